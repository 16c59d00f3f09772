import type { ProjectionInput } from '#modules/projection';
import { parameterByKey } from '#modules/registry';
import {
  ALL_STAFF,
  capFrom,
  OrganisationModel,
  quantityKey,
  valuesOf,
  type Lever,
  type LeverAmounts,
  type Quantity,
} from '../model';
import { quantitiesOf, type Objective, type PlanRequest } from './plan-request';

/** One amount to be chosen: a lever at an organisation in a year of the round. */
export interface Column {
  readonly organisation: number;
  readonly lever: Lever;
  /** Counted from 0. */
  readonly year: number;
  readonly high: number;
  /** Pounds of one unit. */
  readonly cost: number;
  readonly isWhole: boolean;
}

/** Figures of each organisation, in the order of `PlanModel.quantities`. */
export type Values = readonly Float64Array[];

/** Change of each figure of an organisation per unit of each of its columns: rows of figures. */
export type Sensitivities = readonly Float64Array[];

/** Part of a lever's room by which it is moved to see what it does. */
const STEP = 0.05;
const MONTHS_A_YEAR = 12;

/** A system as the optimiser sees it: amounts in, figures of the real engine out. */
export class PlanModel {
  readonly organisations: readonly OrganisationModel[];
  readonly columns: readonly Column[];
  readonly quantities: readonly Quantity[];
  /** Places of each organisation's columns. */
  readonly columnsOf: readonly (readonly number[])[];
  readonly years: number;
  readonly firstYear: number;
  /** Pay bill of the round with no lever moved, pounds. */
  readonly plannedPayBill: number;
  private readonly placeOf: ReadonlyMap<string, number>;

  /** @throws RangeError if no organisation is given */
  constructor(inputs: readonly ProjectionInput[], { levers, limits, objective, charges = [] }: PlanRequest) {
    const [first] = inputs;
    if (first === undefined) throw new RangeError('there is no organisation to plan for');
    this.years = first.calendar.years;
    this.firstYear = first.calendar.firstYear;
    const asked = [
      ...[...limits, ...charges.map(({ limit }) => limit)].flatMap(quantitiesOf),
      ...shortfallsOf(objective),
      ...Array.from({ length: this.years }, (_, year) => this.payBillOf(year)),
    ];
    this.quantities = [...new Map(asked.map((quantity) => [quantityKey(quantity), quantity])).values()];
    this.placeOf = new Map(this.quantities.map((quantity, place) => [quantityKey(quantity), place]));
    this.organisations = inputs.map(
      (input) => new OrganisationModel(input, leversFor(input, levers), this.quantities),
    );
    this.plannedPayBill = this.organisations.reduce(
      (sum, model) => sum + this.payBillIn(model.valuesAt({})),
      0,
    );
    this.columns = this.organisations.flatMap((model, organisation) =>
      leversFor(model.input, levers).flatMap((lever) =>
        Array.from({ length: this.years }, (_, year) => columnOf({ model, organisation, lever, year })),
      ),
    );
    this.columnsOf = inputs.map((_, organisation) =>
      this.columns.flatMap((column, place) => (column.organisation === organisation ? [place] : [])),
    );
  }

  /** Place of a figure. @throws RangeError for one that was not asked about */
  placeIn(quantity: Quantity): number {
    const place = this.placeOf.get(quantityKey(quantity));
    if (place === undefined) throw new RangeError(`${quantityKey(quantity)} is not asked about`);
    return place;
  }

  payBillOf(year: number): Quantity {
    return { kind: 'measure', measure: 'pay-bill', staffGroup: ALL_STAFF, year: this.firstYear + year };
  }

  /** Pay bill of the round in an organisation's figures, pounds. */
  payBillIn(values: Float64Array): number {
    return Array.from(
      { length: this.years },
      (_, year) => values[this.placeIn(this.payBillOf(year))] ?? 0,
    ).reduce((sum, pounds) => sum + pounds, 0);
  }

  /** An organisation's amounts by lever. */
  amountsOf(organisation: number, amounts: ArrayLike<number>): LeverAmounts {
    const byLever: Record<string, number[]> = {};
    for (const place of this.columnsOf[organisation] ?? []) {
      const { lever, year } = this.columns[place] as Column;
      (byLever[lever.key] ??= [])[year] = amounts[place] ?? 0;
    }
    return byLever;
  }

  valuesAt(amounts: ArrayLike<number>): Values {
    return this.organisations.map((model, organisation) =>
      model.valuesAt(this.amountsOf(organisation, amounts)),
    );
  }

  /** Figures by whole projections from nothing. */
  confirmedAt(amounts: ArrayLike<number>): Values {
    return this.organisations.map((model, organisation) =>
      model.confirmedAt(this.amountsOf(organisation, amounts)),
    );
  }

  /**
   * What each column does, by moving it on the engine. Coverage that is reached stays: what a year's level does is
   * what beginning in it does less what beginning a year later would.
   *
   * @param known sensitivities to keep for the levers that an organisation does not use; null to look at every lever
   * @param onProgress told how much is done, 0..1
   */
  sensitivitiesAt(
    { amounts, values }: { readonly amounts: ArrayLike<number>; readonly values: Values },
    known: Sensitivities | null,
    onProgress: (share: number) => void,
  ): Sensitivities {
    let done = 0;
    return this.organisations.map((_, organisation) => {
      const own = this.columnsOf[organisation] ?? [];
      const table = known?.[organisation]?.slice() ?? new Float64Array(this.quantities.length * own.length);
      const used = this.leversUsed(organisation, amounts);
      const looked = own.filter((place) => known === null || used.has(this.columns[place]?.lever.key ?? ''));
      for (const place of looked) this.lookAt(place, { amounts, values }, table);
      this.levelsFromBeginnings(table, own, looked);
      done += own.length;
      onProgress(done / this.columns.length);
      return table;
    });
  }

  private lookAt(
    place: number,
    { amounts, values }: { readonly amounts: ArrayLike<number>; readonly values: Values },
    table: Float64Array,
  ): void {
    const { organisation } = this.columns[place] as Column;
    const own = this.columnsOf[organisation] ?? [];
    const index = own.indexOf(place);
    const moved = this.moved(place, amounts);
    const after =
      moved === null
        ? values[organisation]
        : this.organisations[organisation]?.valuesAt(this.amountsOf(organisation, moved.amounts));
    after?.forEach((value, quantity) => {
      const change = value - (values[organisation]?.[quantity] ?? 0);
      table[quantity * own.length + index] = moved === null ? 0 : change / moved.step;
    });
  }

  private leversUsed(organisation: number, amounts: ArrayLike<number>): ReadonlySet<string> {
    const used = (this.columnsOf[organisation] ?? []).filter((place) => (amounts[place] ?? 0) > 0);
    return new Set(used.map((place) => this.columns[place]?.lever.key ?? ''));
  }

  /** Amounts with one column moved (of coverage, it and the years after it); null where it has no room. */
  private moved(place: number, amounts: ArrayLike<number>): { amounts: Float64Array; step: number } | null {
    const { lever, year, high, organisation } = this.columns[place] as Column;
    if (high <= 0) return null;
    const now = amounts[place] ?? 0;
    const room = Number.isFinite(high)
      ? high
      : Math.max(1, this.organisations[organisation]?.headcountOf(lever.staffGroup) ?? 1) / 10;
    const step = now + STEP * room <= high ? STEP * room : -STEP * room;
    const next = Float64Array.from(amounts);
    const last = isCoverage(lever) ? this.years - 1 : year;
    for (let each = year; each <= last; each += 1)
      next[place + each - year] = (next[place + each - year] ?? 0) + step;
    return { amounts: next, step };
  }

  private levelsFromBeginnings(table: Float64Array, own: readonly number[], looked: readonly number[]): void {
    looked.forEach((place) => {
      const index = own.indexOf(place);
      const { lever, year } = this.columns[place] as Column;
      if (!isCoverage(lever) || year === this.years - 1) return;
      for (let row = 0; row < this.quantities.length; row += 1) {
        const cell = row * own.length + index;
        table[cell] = (table[cell] ?? 0) - (table[cell + 1] ?? 0);
      }
    });
  }
}

/** True for a lever whose amounts are levels that never fall. */
export function isCoverage({ action }: Lever): boolean {
  return action.kind === 'retention-coverage';
}

/** What an objective counts as missing. The places are those of its margins. */
export function shortfallsOf(
  objective: Objective,
): readonly Extract<Quantity, { readonly kind: 'balance' }>[] {
  if (objective.kind === 'least-cost') return [];
  const { staffGroups, years } = objective;
  return staffGroups.flatMap((staffGroup) =>
    years.map((year) => ({ kind: 'balance' as const, staffGroup, year })),
  );
}

/** Registers that mean nothing without the rules of the levy. */
const LEVY = 'apprenticeship-levy.';

/** The levers that an organisation has: those whose staff groups are among its own. */
function leversFor({ staffGroups, policy }: ProjectionInput, levers: readonly Lever[]): readonly Lever[] {
  const own = new Set([...staffGroups.map(({ code }) => code), ALL_STAFF]);
  return levers.filter(({ staffGroup, action }) => {
    if (action.kind !== 'register-number') return own.has(staffGroup) && own.has(action.staffGroup);
    if (action.register.startsWith(LEVY) && policy.apprenticeshipLevy === undefined) return false;
    const named = Object.entries(action.values).filter(([field]) => field.endsWith('Group'));
    return own.has(staffGroup) && named.every(([, code]) => typeof code === 'string' && own.has(code));
  });
}

interface Placed {
  readonly model: OrganisationModel;
  readonly organisation: number;
  readonly lever: Lever;
  readonly year: number;
}

function columnOf({ model, organisation, lever, year }: Placed): Column {
  const heads = model.headcountOf(lever.staffGroup);
  const scale = (per: Lever['mostPer']): number => (per === 'head' ? heads : 1);
  const asked = lever.most[year] ?? null;
  const room = roomOf({ model, organisation, lever, year });
  const most = asked === null ? mostWithout(lever, room) : Math.min(asked * scale(lever.mostPer), room);
  const afterLead = shareAfterLead(lever, year);
  const high = afterLead === 0 ? 0 : Math.max(0, most * afterLead);
  return {
    organisation,
    lever,
    year,
    high,
    cost: lever.unitCost * scale(lever.costPer),
    isWhole: high <= lever.wholeUpTo,
  };
}

/** Part of the year in which the lever can act. */
function shareAfterLead({ leadMonths }: Lever, year: number): number {
  return Math.min(1, Math.max(0, (MONTHS_A_YEAR * (year + 1) - leadMonths) / MONTHS_A_YEAR));
}

/** A lever without a most has none, but the law's where it says one. */
function mostWithout({ action }: Lever, room: number): number {
  return action.kind === 'register-number' ? room : Infinity;
}

/** Units until the assumption meets a bound of its parameter, or an entry what the law allows. */
function roomOf({ model, lever, year }: Placed): number {
  const { action } = lever;
  const { input } = model;
  if (action.kind === 'retention-coverage') return 1;
  if (action.kind === 'register-number') {
    const isGiven =
      action.register === 'apprenticeship-levy.transfers' && action.values['direction'] === 'out';
    return isGiven ? model.transferRoomIn(input.calendar.firstYear + year) : Infinity;
  }
  if (action.kind === 'cap') return capFrom(action, input, year) / Math.abs(action.effect);
  const definition = parameterByKey(action.parameter);
  if (definition === undefined || action.effect === 0) return 0;
  const value = valuesOf(input.assumptions, action.parameter, action.staffGroup)[year + 1] ?? 0;
  const end = action.effect > 0 ? definition.maximum : definition.minimum;
  return Math.abs((end - value) / action.effect);
}
