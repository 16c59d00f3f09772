/** Marks on a published cell: empty for a published value, `c` for one hidden by disclosure control. */
export type ObservationStatus = '' | 'c';

/** Place in the hierarchy that a published row is about. */
export type OrganisationLevel = 'nation' | 'region' | 'system';

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
  readonly value: number | null;
  readonly status: ObservationStatus;
  readonly unit: string;
}

/** Measures of a release, with what a reader needs to use them. */
export const PUBLISHED_MEASURES = [
  {
    code: 'staff-in-post-fte',
    label: 'Staff in post (contracted WTE) at 31 March',
    unit: 'fte',
    definition:
      'Contracted full-time equivalents on the last day of the financial year, projected under the named scenario. ' +
      'Rounded to the nearest 5 from the true value; values under 5 are hidden and marked c.',
  },
] as const;
