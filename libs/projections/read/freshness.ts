/** How far what is published is from what has been entered. */
export const FRESHNESS_STATES = ['up-to-date', 'recalculating', 'failed', 'never-run'] as const;
export type FreshnessState = (typeof FRESHNESS_STATES)[number];

/** Freshness of a unit, or of the sum above units. */
export interface Freshness {
  readonly state: FreshnessState;
  /** ISO 8601; null before the first publication. */
  readonly publishedAt: string | null;
  /** The run in hand or else the published one; null where there is none, and for sums. */
  readonly runId: string | null;
  /** Share done of what is being recalculated, 0 to 1; null when nothing is in hand. */
  readonly progress: number | null;
  /** What a planner must know, in words; null when all is well. */
  readonly message: string | null;
}

/** Freshness of one unit with the reason why it is held back, if it is. */
export interface UnitStatus {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly freshness: Freshness;
  readonly quarantineReason: string | null;
}

/** Status of an organisation node: itself and every unit under it. */
export interface ProjectionStatus {
  readonly freshness: Freshness;
  readonly units: readonly UnitStatus[];
}

/** One change of a unit or of a sum, as sent to screens. `state` and `progress` are those of {@link Freshness}. */
export interface ProjectionEvent {
  readonly organisationId: string;
  readonly state: FreshnessState;
  readonly progress: number | null;
  /** The run or roll-up that the event is about; null where there is none. */
  readonly runId: string | null;
  /** ISO 8601. */
  readonly at: string;
}
