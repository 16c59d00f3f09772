import type { FactOrigin } from './fact-origin';
import type {
  EqualityClusterFact,
  EqualityIndicatorFact,
  PublishedRepresentationFact,
  RepresentationPolicy,
  WorkforceTypeFact,
} from './representation-data';
import type { InternationalRecruitmentPolicy, RecruitmentCountryFact } from './international-data';
import type { ApprenticeshipStandardFact, FundingBandFact, LevyPolicy } from './levy-data';

/** Full-time annual basic pay of a band in one financial year, cash-terms pounds. */
export interface PayScaleFact extends FactOrigin {
  /** First calendar year of the financial year. */
  readonly year: number;
  /** Band code as in the projection, for instance `band-8a` or `consultant`. */
  readonly band: string;
  readonly entry: number;
  readonly top: number;
}

/** A value in force from one date to another (both inclusive, `YYYY-MM-DD`; null is open). */
export interface DatedFact extends FactOrigin {
  readonly item: string;
  readonly value: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Zones with a high cost area supplement, nearest London first. */
export const HIGH_COST_ZONES = ['inner', 'outer', 'fringe'] as const;
export type HighCostZone = (typeof HIGH_COST_ZONES)[number];

/** High cost area supplement of a zone from a date: a share of basic pay, within a least and a most, pounds a year. */
export interface HighCostAreaFact extends FactOrigin {
  readonly zone: HighCostZone;
  readonly effectiveFrom: string;
  readonly share: number;
  readonly minimumPounds: number;
  readonly maximumPounds: number;
}

/** Central value with low (P10) and high (P90) of a parameter for a staff group, in the file's own unit. */
export interface DefaultRangeFact {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly central: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly basis: string;
}

/** A published rate of a group in a period, in percent. */
export interface PublishedRateFact extends FactOrigin {
  readonly group: string;
  readonly period: string;
  readonly ratePercent: number;
}

/** A role, and the staff groups in which its people may count. */
export interface NewRoleFact extends FactOrigin {
  readonly code: string;
  readonly label: string;
  /** Codes of staff groups; several where the role counts in its own profession. */
  readonly staffGroups: readonly string[];
  /** Agenda for Change band as published, for instance `7-8a`; empty where it is not known. */
  readonly agendaForChangeBand: string;
  /** Most that the additional roles reimbursement scheme pays a year for one WTE; null where not found. */
  readonly reimbursement: { readonly year: number; readonly pounds: number } | null;
  /** In force from and to (both inclusive, `YYYY-MM-DD`; null is open). */
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

export interface SourceFact {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly kind: string;
}

/** Every policy fact, typed and checked. */
export interface PolicyData {
  readonly payScales: readonly PayScaleFact[];
  /** Numeric on-costs (employer National Insurance, pension). */
  readonly onCosts: readonly DatedFact[];
  readonly highCostAreas: readonly HighCostAreaFact[];
  readonly defaultRanges: readonly DefaultRangeFact[];
  readonly leaverRates: readonly PublishedRateFact[];
  readonly sickness: readonly PublishedRateFact[];
  /** Numeric rules of the apprenticeship levy. */
  readonly levyRules: readonly DatedFact[];
  readonly fundingBands: readonly FundingBandFact[];
  readonly apprenticeshipStandards: readonly ApprenticeshipStandardFact[];
  /** Visa, sponsorship and registration fees of international recruits. */
  readonly recruitmentFees: readonly DatedFact[];
  /** Red and amber list of the code of practice on international recruitment. */
  readonly recruitmentCountries: readonly RecruitmentCountryFact[];
  readonly newRoles: readonly NewRoleFact[];
  /** Points of national ambitions that plans are held against; between two of them the ambition moves evenly. */
  readonly nationalAmbitions: readonly DatedFact[];
  readonly equalityClusters: readonly EqualityClusterFact[];
  readonly equalityIndicators: readonly EqualityIndicatorFact[];
  readonly workforceTypes: readonly WorkforceTypeFact[];
  readonly publishedRepresentation: readonly PublishedRepresentationFact[];
  readonly sources: readonly SourceFact[];
}

/** Dated policy facts that a projection reads, handed over as data. */
export interface ProjectionPolicy {
  /** Full-time annual basic pay by band for each financial year from `firstYear - 1`, cash-terms pounds. */
  readonly basicPay: Readonly<Record<string, readonly number[]>>;
  /**
   * Last financial year with published pay, by band (a band left out has none). `pay-bill.pay-award`
   * uplifts the pay of later years.
   */
  readonly payScalesTo: Readonly<Record<string, number>>;
  /** Top less entry of the scale by band, in the years of `basicPay`; left out, every band has one pay point. */
  readonly basicPayRange?: Readonly<Record<string, readonly number[]>>;
  /** High cost area supplements; left out, no zone can be chosen. */
  readonly highCostAreas?: HighCostAreaPolicy;
  /** Employer National Insurance for each financial year from `firstYear - 1`. */
  readonly employerNationalInsurance: readonly NationalInsuranceOfYear[];
  /** Employer pension contribution, local and central parts, as shares of pensionable pay. */
  readonly employerPension: readonly PensionOfYear[];
  /** Rules of the apprenticeship levy; left out, no levy account is kept and no apprenticeships can start. */
  readonly apprenticeshipLevy?: LevyPolicy;
  /** Fees and recruitment list; left out, no international cohort can be entered. */
  readonly internationalRecruitment?: InternationalRecruitmentPolicy;
  /** Roles in force at the start of the first year; left out where none is known. */
  readonly newRoles?: readonly NewRoleFact[];
  /** Clusters and indicators of the equality standards; left out, reports of representation have no clusters. */
  readonly representation?: RepresentationPolicy;
  /** Which facts were used: item and source, for the audit trail. */
  readonly sources: readonly string[];
}

/** Supplements of Agenda for Change staff, by zone and financial year from `firstYear - 1`. */
export interface HighCostAreaPolicy {
  /** Last financial year with published limits; `pay-bill.pay-award` uplifts them afterwards. */
  readonly publishedTo: number;
  readonly zones: Readonly<Record<HighCostZone, readonly HighCostAreaOfYear[]>>;
}

export interface HighCostAreaOfYear {
  /** Share of basic pay. */
  readonly share: number;
  readonly minimumPounds: number;
  readonly maximumPounds: number;
}

export interface NationalInsuranceOfYear {
  readonly rate: number;
  readonly thresholdPounds: number;
}

export interface PensionOfYear {
  readonly local: number;
  readonly central: number;
}
