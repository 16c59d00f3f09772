import type { DatedValue } from './levy-data';
import type { FactOrigin } from './fact-origin';

/** A country on the recruitment list of the code of practice, from one date to another (null is open). */
export interface RecruitmentCountryFact extends FactOrigin {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string;
  /** Red: no active recruitment. Amber: only under the agreement between the governments. */
  readonly list: 'red' | 'amber';
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Fees of an international recruit, by the names under which a projection reads them. */
export const RECRUITMENT_FEES = {
  certificateOfSponsorship: 'certificate_of_sponsorship',
  visaUpToThreeYears: 'visa_health_care_up_to_3y',
  visaOverThreeYears: 'visa_health_care_over_3y',
  skillsChargeFirstYear: 'isc_large_first_12_months',
  skillsChargeHalfYear: 'isc_large_each_6_months_after',
  skillsChargeFirstYearSmall: 'isc_small_or_charity_first_12_months',
  evaluation: 'nmc_evaluation',
  computerTest: 'nmc_cbt',
  practicalTest: 'nmc_osce',
  practicalTestResit: 'nmc_osce_part_resit',
} as const;
export type RecruitmentFee = keyof typeof RECRUITMENT_FEES;

/** A listed country as a projection reads it; dates as `YYYY-MM-DD`. */
export interface RecruitmentCountry {
  readonly iso3: string;
  readonly name: string;
  readonly list: 'red' | 'amber';
  readonly from: string;
  readonly to: string | null;
}

/** Dated facts of international recruitment. */
export interface InternationalRecruitmentPolicy {
  /** Pounds by date, oldest first. */
  readonly fees: Readonly<Record<RecruitmentFee, readonly DatedValue[]>>;
  readonly countries: readonly RecruitmentCountry[];
}
