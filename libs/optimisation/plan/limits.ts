import { financialYearLabel } from '#modules/report-layout';
import type { MonthlyMeasure } from '#modules/projection';
import { ALL_STAFF } from '../model';
import type { Limit, Term } from './plan-request';

/** Where a limit holds: at one organisation, or over all together (null). */
interface Place {
  readonly organisation: string | null;
}

const where = ({ organisation }: Place): string => (organisation === null ? '' : ` at ${organisation}`);
const term = (measure: MonthlyMeasure, staffGroup: string, year: number, weight = 1): Term => ({
  quantity: { kind: 'measure', measure, staffGroup, year },
  weight,
});

/** WTE missing after bank and agency at 31 March of the year: at most so many. */
export function shortfallLimit(
  place: Place,
  {
    staffGroups,
    year,
    most,
  }: { readonly staffGroups: readonly string[]; readonly year: number; readonly most: number },
): Limit {
  return {
    ...place,
    kind: 'sum',
    key: `shortfall ${staffGroups.join('+')} ${year}${where(place)}`,
    label: `Shortfall of ${staffGroups.join(' and ')} in ${financialYearLabel(year)}${where(place)}`,
    unit: 'fte',
    sense: 'at-most',
    bound: most,
    terms: [],
    shortfalls: staffGroups.map((staffGroup) => ({ kind: 'balance', staffGroup, year })),
    losses: [],
  };
}

/** Pay bill of the year: at most so many pounds, without the pension that is paid nationally where it is a control total. */
export function payBillLimit(
  place: Place,
  {
    year,
    most,
    basis,
  }: { readonly year: number; readonly most: number; readonly basis: 'pay-bill' | 'control-total' },
): Limit {
  const national = basis === 'control-total' ? [term('pay-bill-pension-central', ALL_STAFF, year, -1)] : [];
  return {
    ...place,
    kind: 'sum',
    key: `${basis} ${year}${where(place)}`,
    label: `${basis === 'pay-bill' ? 'Pay bill' : 'Pay held against the control total'} of ${financialYearLabel(year)}${where(place)}`,
    unit: 'pounds',
    sense: 'at-most',
    bound: most,
    terms: [term('pay-bill', ALL_STAFF, year), ...national],
    shortfalls: [],
    losses: [],
  };
}

const LEVY_LABELS = {
  expired: 'Levy funds that expire',
  'not-covered': 'Apprenticeship payments that the levy does not cover',
  'not-used': 'Levy funds offered by other employers that are not used',
} as const;

/**
 * The levy accounts: nothing expires in the year, everything due is paid for, or what others offer is used. At most so
 * many pounds, one account's room filling no other's loss.
 */
export function levyLimit(
  place: Place,
  {
    year,
    what,
    most,
  }: { readonly year: number; readonly what: keyof typeof LEVY_LABELS; readonly most: number },
): Limit {
  return {
    ...place,
    kind: 'sum',
    key: `levy ${what} ${year}${where(place)}`,
    label: `${LEVY_LABELS[what]} in ${financialYearLabel(year)}${where(place)}`,
    unit: 'pounds',
    sense: 'at-most',
    bound: most,
    terms: [],
    shortfalls: [],
    losses: [{ kind: 'levy-balance', what, year }],
  };
}

/** WTE of bank or agency staff of a group at 31 March: at most so many. */
export function temporaryCap(
  place: Place,
  {
    staffGroup,
    year,
    what,
    most,
  }: {
    readonly staffGroup: string;
    readonly year: number;
    readonly what: 'bank' | 'agency';
    readonly most: number;
  },
): Limit {
  return {
    ...place,
    kind: 'sum',
    key: `${what} ${staffGroup} ${year}${where(place)}`,
    label: `${what === 'bank' ? 'Bank' : 'Agency'} staff of ${staffGroup} in ${financialYearLabel(year)}${where(place)}`,
    unit: 'fte',
    sense: 'at-most',
    bound: most,
    terms: [term(`${what}-fte`, staffGroup, year)],
    shortfalls: [],
    losses: [],
  };
}

/** Registered staff as a share of registered and support staff, WTE at 31 March: at least this. */
export function registeredShareFloor(
  place: Place,
  {
    registered,
    support,
    year,
    least,
  }: {
    readonly registered: string;
    readonly support: string;
    readonly year: number;
    readonly least: number;
  },
): Limit {
  return {
    ...place,
    kind: 'share',
    key: `registered share ${registered} ${year}${where(place)}`,
    label: `Registered share of ${registered} and ${support} in ${financialYearLabel(year)}${where(place)}`,
    sense: 'at-least',
    bound: least,
    part: [term('fte', registered, year)],
    whole: [term('fte', registered, year), term('fte', support, year)],
  };
}

/**
 * Supervision: apprentices, people awaiting registration and the newly qualified of the year, as a share of the
 * staff of the group who can supervise them. At most this.
 */
export function supervisionLimit(
  place: Place,
  {
    staffGroup,
    learnersIn,
    year,
    most,
  }: {
    readonly staffGroup: string;
    readonly learnersIn: readonly string[];
    readonly year: number;
    readonly most: number;
  },
): Limit {
  return {
    ...place,
    kind: 'share',
    key: `supervision ${staffGroup} ${year}${where(place)}`,
    label: `Learners per supervisor of ${staffGroup} in ${financialYearLabel(year)}${where(place)}`,
    sense: 'at-most',
    bound: most,
    part: [
      ...learnersIn.map((code) => term('apprentices-in-training-headcount', code, year)),
      term('awaiting-registration-headcount', staffGroup, year),
      term('joiners-newly-qualified', staffGroup, year),
    ],
    whole: [term('headcount', staffGroup, year)],
  };
}

const JOINERS: readonly MonthlyMeasure[] = [
  'joiners-newly-qualified',
  'joiners-international',
  'joiners-wider-labour-market',
  'joiners-same-system',
  'joiners-other-nhs',
  'joiners-return-to-practice',
  'joiners-return-from-leave',
  'joiners-apprenticeship',
  'joiners-retire-and-return',
];

/** International joiners as a share of all joiners of the year: at most this. */
export function internationalShareLimit(
  place: Place,
  { staffGroup, year, most }: { readonly staffGroup: string; readonly year: number; readonly most: number },
): Limit {
  return {
    ...place,
    kind: 'share',
    key: `international share ${staffGroup} ${year}${where(place)}`,
    label: `International share of the joiners of ${staffGroup} in ${financialYearLabel(year)}${where(place)}`,
    sense: 'at-most',
    bound: most,
    part: [term('joiners-international', staffGroup, year)],
    whole: JOINERS.map((measure) => term(measure, staffGroup, year)),
  };
}

/** People with the protected characteristic among those whose status is known, at 31 March: at least this. */
export function representationLimit(
  place: Place,
  {
    staffGroup,
    bands,
    year,
    least,
  }: {
    readonly staffGroup: string;
    readonly bands: readonly string[] | null;
    readonly year: number;
    readonly least: number;
  },
): Limit {
  const people = (who: 'with-characteristic' | 'known'): Term => ({
    quantity: { kind: 'people', staffGroup, bands, year, who },
    weight: 1,
  });
  return {
    ...place,
    kind: 'share',
    key: `representation ${staffGroup} ${bands?.join('+') ?? 'all'} ${year}${where(place)}`,
    label: `BME share of ${staffGroup}${bands === null ? '' : `, ${bands.join(' and ')}`}, in ${financialYearLabel(year)}${where(place)}`,
    sense: 'at-least',
    bound: least,
    part: [people('with-characteristic')],
    whole: [people('known')],
  };
}

/** Units of a lever in the year, all who draw from one pool together: at most so many. */
export function leverPool({
  lever,
  label,
  year,
  most,
}: {
  readonly lever: string;
  readonly label: string;
  readonly year: number;
  readonly most: number;
}): Limit {
  return {
    kind: 'amount',
    key: `pool ${lever} ${year}`,
    label: `${label} in ${financialYearLabel(year)}`,
    sense: 'at-most',
    bound: most,
    organisation: null,
    lever,
    year,
  };
}
