import type { ScenarioSummary } from '#views/lists';

export type { ScenarioSummary };

/** An organisation as the API names it: identity, current code and type. */
export interface OrganisationReference {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

/** How current a result is against its inputs. `progress` is a fraction while recalculating. */
export interface Freshness {
  readonly state: 'up-to-date' | 'recalculating' | 'failed' | 'never-run';
  readonly publishedAt: string | null;
  readonly runId: string | null;
  readonly progress: number | null;
  readonly message: string | null;
}

export interface PlanSummary {
  readonly id: string;
  readonly organisation: OrganisationReference;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly state: string;
  readonly version: number;
  readonly updatedAt: string;
  /** Number of organisations whose projections the plan sums. */
  readonly organisations: number;
  readonly freshness: Freshness;
}

export interface Round {
  readonly id: string;
  readonly name: string;
  /** Financial year as its first calendar year. */
  readonly firstYear: number;
  readonly years: number;
  readonly state: string;
  /** The days by which its returns and plans should have come to a state, in order. */
  readonly deadlines: readonly { readonly label: string; readonly dueOn: string }[];
  readonly coverage: string;
  readonly scenarios: readonly ScenarioSummary[];
  readonly plans: readonly PlanSummary[];
}
