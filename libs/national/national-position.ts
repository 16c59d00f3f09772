import type { EnvelopeLine, TrainingSupplyLine } from '#national-inputs';
import type { PlanStatus } from '#plans';
import type { DatedFact } from '#policy';

/** What plans hold that draws on something the whole country shares. */
export const SHARED_QUANTITIES = [
  'joiners',
  'international-joiners',
  'newly-qualified',
  'hires-from-other-nhs',
  'leavers-to-other-nhs',
  'levy-transfers-out',
  'levy-transfers-in',
  'apprenticeship-starts',
  'pay-bill',
] as const;
export type SharedQuantity = (typeof SHARED_QUANTITIES)[number];

/** A place that a contribution comes from. */
export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** One organisation's planned amount of a shared quantity in a year. */
export interface Contribution {
  readonly quantity: SharedQuantity;
  readonly organisation: NamedPlace;
  readonly system: NamedPlace & { readonly status: PlanStatus };
  /** Code of the region; null where there is none. */
  readonly region: string | null;
  /** Null for what is not by staff group. */
  readonly staffGroup: string | null;
  /** Reference of the apprenticeship standard; null for all else. */
  readonly standard: string | null;
  /** Financial year by its first calendar year. */
  readonly year: number;
  /** People, or pounds of the year. */
  readonly amount: number;
}

/** What the country has in a year. */
export interface NationalLimits {
  readonly year: number;
  readonly envelopes: readonly EnvelopeLine[];
  readonly trainingSupply: readonly TrainingSupplyLine[];
}

/** All plans of a round beside what exists. */
export interface NationalPosition {
  readonly contributions: readonly Contribution[];
  readonly limits: readonly NationalLimits[];
  readonly ambitions: readonly DatedFact[];
  /** Code of England, under which national envelopes stand. */
  readonly nation: string;
}
