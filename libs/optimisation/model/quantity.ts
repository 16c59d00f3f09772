import type { MonthlyMeasure, ProjectionInput, ProjectionOutput } from '#modules/projection';
import { MEASURES } from '#modules/projection';
import { valuesOf } from './lever-changes';

/** A figure of one organisation's projection that a limit or an objective is made of. `year` is the first calendar year. */
export type Quantity =
  /** A stock at 31 March of the year, a flow or a cost over its twelve months. */
  | {
      readonly kind: 'measure';
      readonly measure: MonthlyMeasure;
      readonly staffGroup: string;
      readonly year: number;
    }
  /**
   * WTE missing at 31 March after bank and agency, below 0 where there are more than needed: its positive part
   * is the shortfall of the projection.
   */
  | { readonly kind: 'balance'; readonly staffGroup: string; readonly year: number }
  /** People on some bands (null: all) at 31 March who have the protected characteristic, whose status is known, or all. */
  | {
      readonly kind: 'people';
      readonly staffGroup: string;
      readonly bands: readonly string[] | null;
      readonly year: number;
      readonly who: 'with-characteristic' | 'known' | 'everybody';
    }
  /** Pounds of the levy account that expire, that it cannot pay, or that others offer and nobody uses, in the year. */
  | { readonly kind: 'levy'; readonly what: LevyLoss; readonly year: number }
  /** The same, below 0 where nothing expires or everything is covered: its positive part is what is lost. */
  | { readonly kind: 'levy-balance'; readonly what: LevyLoss; readonly year: number };

/** How money of a levy account is lost. */
export type LevyLoss = 'expired' | 'not-covered' | 'not-used';

/** Two quantities with one key are one. */
export function quantityKey(quantity: Quantity): string {
  return JSON.stringify(Object.entries(quantity).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** A measure of a staff group (`all-staff`: the sum of all) in a financial year: at its 31 March, or of its twelve months. */
export type FigureAt = (staffGroup: string, measure: MonthlyMeasure, year: number) => number;

export const ALL_STAFF = 'all-staff';
const MONTHS_A_YEAR = 12;
/** Parts of the balance with their signs. */
const SUPPLY: readonly MonthlyMeasure[] = [
  'available-fte',
  'bank-fte',
  'agency-fte',
  'apprenticeship-backfill-fte',
];

/** The measures that a quantity of monthly series is read from. */
export function measuresOf(quantity: Quantity): readonly MonthlyMeasure[] {
  if (quantity.kind === 'measure') return [quantity.measure];
  return quantity.kind === 'balance' ? ['requirement', ...SUPPLY] : [];
}

/** Position of 31 March of a financial year in monthly series. @throws RangeError if the projection has not got it */
export function marchOf(months: readonly string[], year: number): number {
  const place = months.indexOf(`${year + 1}-03`);
  if (place < 0) throw new RangeError(`the projection does not reach March ${year + 1}`);
  return place;
}

/** Value of a quantity that is read from monthly series. */
export function valueFromFigures(
  quantity: Extract<Quantity, { readonly kind: 'measure' | 'balance' }>,
  at: FigureAt,
  { assumptions }: Pick<ProjectionInput, 'assumptions'>,
): number {
  const { staffGroup, year } = quantity;
  if (quantity.kind === 'measure') return at(staffGroup, quantity.measure, year);
  const planned = valuesOf(assumptions, 'sickness-absence.planned-absence', staffGroup)[0] ?? 0;
  const supply = SUPPLY.reduce((sum, measure) => sum + at(staffGroup, measure, year), 0);
  return at(staffGroup, 'requirement', year) * (1 - planned) - supply;
}

/** The figures of a whole projection. */
export function figuresIn({ months, staffGroups }: ProjectionOutput): FigureAt {
  return (staffGroup, measure, year) => {
    const march = marchOf(months, year);
    const from = MEASURES[measure].kind === 'flow' ? march - MONTHS_A_YEAR + 1 : march;
    return staffGroups
      .filter(({ code }) => code === staffGroup || staffGroup === ALL_STAFF)
      .flatMap(({ series }) => series[measure].slice(from, march + 1))
      .reduce((sum, value) => sum + value, 0);
  };
}

/** People of a quantity in a whole projection. */
export function peopleIn(
  quantity: Extract<Quantity, { readonly kind: 'people' }>,
  output: ProjectionOutput,
  { bands, ethnicities }: ProjectionInput,
): number {
  const month = `${quantity.year + 1}-03`;
  return output.staffGroups
    .filter(({ code }) => code === quantity.staffGroup || quantity.staffGroup === ALL_STAFF)
    .flatMap(({ headcountByBandAndEthnicity }) =>
      headcountByBandAndEthnicity
        .filter((each) => each.month === month)
        .flatMap(({ values }) => values.map((people, cell) => [cell, people] as const)),
    )
    .filter(([cell]) => {
      const band = bands[Math.floor(cell / ethnicities.length)] ?? '';
      const status = ethnicities[cell % ethnicities.length] ?? '';
      return (quantity.bands?.includes(band) ?? true) && counts(quantity.who, status);
    })
    .reduce((sum, [, people]) => sum + people, 0);
}

const WITH_CHARACTERISTIC = ['bme', 'disabled'];
const WITHOUT = ['white', 'not-disabled'];

function counts(who: Extract<Quantity, { readonly kind: 'people' }>['who'], status: string): boolean {
  if (who === 'everybody') return true;
  if (WITH_CHARACTERISTIC.includes(status)) return true;
  return who === 'known' && WITHOUT.includes(status);
}
