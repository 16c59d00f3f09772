import type { PlanStatus } from '#plans';
import type { MonthlyMeasure } from '#modules/projection';
import type { CellStatus } from './disclosure';

/**
 * Marks on a published cell: empty for a value; `c` for 0 to 4 people and `w` for a number withheld to protect another
 * cell, both without a value; `x` for a number that is zero by construction.
 */
export type ObservationStatus = CellStatus;

/** Place in the hierarchy that a published row is about. */
export type OrganisationLevel = 'nation' | 'region' | 'system' | 'organisation';

/** How far the plan behind a row has come; `mixed` where plans of several kinds are added up. */
export type ObservationPlanStatus = PlanStatus | 'mixed';

/** The code of a total over band clusters or equality classes. */
export const ALL = 'all';

/** One published cell. A hidden cell has no value and says so; it is never zero and never left out. */
export interface Observation {
  /** Position in the release, from 1 without gaps. */
  readonly seq: number;
  readonly measure: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationLevel: OrganisationLevel;
  readonly systemCode: string | null;
  readonly regionCode: string | null;
  readonly staffGroupCode: string;
  /** Financial year by its first calendar year; stocks are at 31 March of the next. */
  readonly year: number;
  readonly scenario: string;
  readonly planStatus: ObservationPlanStatus;
  /** Band cluster of an equality table, `all` for the total over them; null for a planning line. */
  readonly bandCluster: string | null;
  /** Class of the protected characteristic, `all` for the total over them; null for a planning line. */
  readonly equalityClass: string | null;
  readonly value: number | null;
  readonly status: ObservationStatus;
  readonly unit: string;
}

/** A measure of a release, with what a reader needs to use it. */
export interface PublishedMeasure {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
}

/** A planning line: exact, by staff group, from a measure of the projection. */
export interface PlanningMeasure extends PublishedMeasure {
  readonly source: MonthlyMeasure;
  /** Decimal places of its values. */
  readonly places: number;
}

const planningLine = (source: MonthlyMeasure, words: PublishedMeasure, places = 2): PlanningMeasure => ({
  ...words,
  source,
  places,
});

const EXACT = 'Planning figures are exact: they count posts or money, nobody by a protected characteristic.';

/** WTE and money by staff group. Flows of people are left out: year on year they would give stocks of people away. */
export const PLANNING_MEASURES: readonly PlanningMeasure[] = [
  planningLine('fte', {
    code: 'staff-in-post-fte',
    label: 'Staff in post (contracted WTE) at 31 March',
    unit: 'fte',
    definition: `Contracted full-time equivalents on the last day of the financial year. ${EXACT}`,
  }),
  planningLine('requirement', {
    code: 'requirement-fte',
    label: 'Requirement (WTE) at 31 March',
    unit: 'fte',
    definition: `Contracted full-time equivalents that the planned activity needs after productivity and skill mix. ${EXACT}`,
  }),
  planningLine('bank-fte', {
    code: 'bank-fte',
    label: 'Bank staff (WTE), March',
    unit: 'fte',
    definition: `Full-time equivalents worked by bank staff in the last month of the financial year. ${EXACT}`,
  }),
  planningLine('agency-fte', {
    code: 'agency-fte',
    label: 'Agency staff (WTE), March',
    unit: 'fte',
    definition: `Full-time equivalents worked by agency staff in the last month of the financial year. ${EXACT}`,
  }),
  planningLine(
    'pay-bill',
    {
      code: 'pay-bill',
      label: 'Pay bill of the year',
      unit: 'gbp',
      definition: `Pay of substantive, bank and agency staff over the financial year, cash-terms pounds. ${EXACT}`,
    },
    0,
  ),
];

/** People by ethnicity: the equality table. */
export const EQUALITY_MEASURE: PublishedMeasure = {
  code: 'staff-by-ethnicity',
  label: 'People in post by band cluster and ethnicity at 31 March',
  unit: 'people',
  definition:
    'People in post on the last day of the financial year by band cluster and ethnicity (BME, as WRES; not known is a ' +
    'class of its own). Counts under 5 read c (0 to 4), cells withheld to protect others w, cells that are zero by ' +
    'construction x; all others are rounded to the nearest 5 from the true value, so that totals may differ from the ' +
    'sum of their parts.',
};

/** Measures of a release, in its order. */
export const PUBLISHED_MEASURES: readonly PublishedMeasure[] = [
  ...PLANNING_MEASURES.map(({ code, label, unit, definition }) => ({ code, label, unit, definition })),
  EQUALITY_MEASURE,
];
