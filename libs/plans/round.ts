import type { BaselineBasis } from '#modules/projection';
import type { Freshness } from '#projections';

/** An organisation as lists show it. */
export interface OrganisationSummary {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

/** The state of a round: open for planning, or closed to any change. */
export type RoundState = 'open' | 'closed';

/** What a scenario is for: calibrated defaults, the submission itself, or a what-if. */
export type ScenarioKind = 'calibration' | 'plan' | 'what-if';

/** A set of assumptions over a base. */
export interface ScenarioSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: ScenarioKind;
  readonly baseScenarioId: string | null;
  /** The node that it is made for and projected under; null for a scenario of the whole round. */
  readonly organisationId: string | null;
  /** A what-if that is put aside: it keeps its assumptions and its figures, which follow no change. */
  readonly isArchived: boolean;
  /** Counts the changes of its name and state: sent back as the base of the next. */
  readonly version: number;
}

/** The years that a round plans. */
export interface RoundYears {
  readonly id: string;
  readonly name: string;
  /** First calendar year of the first financial year: 2026 is 2026/27. */
  readonly firstYear: number;
  readonly years: number;
}

/** The plan of a system in a round. */
export interface PlanSummary {
  readonly id: string;
  readonly organisation: OrganisationSummary;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly state: string;
  readonly version: number;
  readonly updatedAt: string;
  /** How many organisations' projections the plan adds up. */
  readonly organisations: number;
  readonly freshness: Freshness;
}

/** A day by which all documents of a kind should have come to a state. */
export interface RoundDeadline {
  /** For instance `System plan: submitted`. */
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** A planning round with what is in it. */
export interface RoundSummary extends RoundYears {
  readonly state: RoundState;
  /** The days by which its returns and plans should have come to a state, in order. */
  readonly deadlines: readonly RoundDeadline[];
  /** What its totals cover, and what not, in words. */
  readonly coverage: string;
  readonly scenarios: readonly ScenarioSummary[];
  readonly plans: readonly PlanSummary[];
}

/** One organisation of a plan. */
export interface PlanOrganisation extends OrganisationSummary {
  /** What most of its opening FTE rests on; null before a baseline is frozen. */
  readonly basis: BaselineBasis | null;
  readonly freshness: Freshness;
}

/** A plan with its organisations. */
export interface PlanDetail extends Omit<PlanSummary, 'organisations'> {
  readonly round: RoundYears;
  readonly organisations: readonly PlanOrganisation[];
}
