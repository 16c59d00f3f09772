/**
 * Monthly measures that a projection reports for each staff group. Stock measures are at month end
 * (`available-fte` is the mean of the month's opening and closing FTE less absence); flows are totals of
 * the month. Index 0 of each series is the baseline month: stocks hold the opening
 * state, flows hold 0. People are headcount unless the name says FTE.
 */
export const MONTHLY_MEASURES = [
  'headcount',
  'fte',
  'available-fte',
  'establishment',
  'requirement',
  'requirement-skill-mix',
  'exits-planned',
  'exits-voluntary',
  'exits-retirement',
  'exits-ill-health-or-death',
  'exits-end-of-contract',
  'exits-unpaid-leave',
  'exits-to-same-system',
  'exits-to-other-nhs',
  'joiners-newly-qualified',
  'joiners-international',
  'joiners-wider-labour-market',
  'joiners-same-system',
  'joiners-other-nhs',
  'joiners-return-to-practice',
  'joiners-return-from-leave',
  'joiners-apprenticeship',
  'joiners-retire-and-return',
  'moves-in',
  'moves-out',
  'fte-exits',
  'fte-joiners',
  'fte-moves-in',
  'fte-moves-out',
  'fte-participation-change',
  'preceptorship-fte',
  'training-commissioned',
  'training-recruited',
  'training-qualifying',
  'training-employed',
  'rotational-trainees-fte',
  'rotational-trainees-headcount',
  'on-leave-headcount',
  'international-offers',
  'international-arrivals',
  'international-registrations',
  'awaiting-registration-headcount',
  'awaiting-registration-fte',
  'international-recruitment-cost',
  'pay-bill',
  'pay-bill-basic',
  'pay-bill-high-cost-area',
  'pay-bill-national-insurance',
  'pay-bill-pension-local',
  'pay-bill-pension-central',
  'pay-bill-apprenticeship-levy',
  'pay-bill-bank',
  'pay-bill-agency',
  'pay-bill-recruitment-and-training',
  'pay-bill-awaiting-registration',
  'pay-bill-rotational-trainees',
  'apprentices-in-training-headcount',
  'apprenticeship-training-fte',
  'apprenticeship-backfill-fte',
  'apprenticeship-backfill-cost',
  'sickness-fte',
  'sickness-released-fte',
  'other-absence-fte',
  'temporary-need-fte',
  'temporary-need-vacancies-fte',
  'temporary-need-absence-fte',
  'temporary-need-above-establishment-fte',
  'bank-fte',
  'agency-fte',
  'unfilled-fte',
  'shortfall',
] as const;
export type MonthlyMeasure = (typeof MONTHLY_MEASURES)[number];

/**
 * Result of one projection. `exits-to-same-system` and `exits-to-other-nhs` are parts of the exits by
 * cause (by destination), not further exits. `fte-participation-change` makes the FTE bridge close:
 * opening + joiners - exits + moves in - moves out + participation change = closing.
 */
export interface ProjectionOutput {
  readonly schema: 'wholetime.projection-output/1';
  readonly organisation: { readonly code: string; readonly name: string };
  /** Month ends as `YYYY-MM`; the first is the baseline month. */
  readonly months: readonly string[];
  readonly staffGroups: readonly StaffGroupOutput[];
  readonly notices: readonly ProjectionNotice[];
}

export interface StaffGroupOutput {
  readonly code: string;
  readonly series: Readonly<Record<MonthlyMeasure, readonly number[]>>;
  /** Headcount at the opening and at each 31 March, bands x ethnicities, row-major. */
  readonly headcountByBandAndEthnicity: readonly {
    readonly month: string;
    readonly values: readonly number[];
  }[];
}

/** Something a planner must know about the figures: unmet planned exits, a fitted residual, a national profile. */
export interface ProjectionNotice {
  readonly code: string;
  readonly staffGroup: string | null;
  readonly message: string;
  readonly amount: number | null;
}
