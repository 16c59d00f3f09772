/** Where a run stands. It ends published, superseded, cancelled or failed. */
export type RunState = 'running' | 'published' | 'superseded' | 'cancelled' | 'failed';

/**
 * How an attempt ended. `crashed` is written by whoever finds an attempt that never ended; `outdated` met
 * a newer input before it computed anything; `handed-back` was left to another worker at shutdown.
 */
export type AttemptOutcome =
  'published' | 'superseded' | 'failed' | 'crashed' | 'cancelled' | 'outdated' | 'handed-back';

/** Attempts of one run that may fail or crash before its unit is quarantined until its next input. */
export const ATTEMPTS_ALLOWED = 3;

/** Outcomes that count against a run; an attempt without an end counts as soon as it is found. */
export const COUNTED_OUTCOMES: readonly AttemptOutcome[] = ['failed', 'crashed'];

/** What makes a run the same run: a second one with all of these is refused by the database. */
export interface RunIdentity {
  readonly engineVersion: string;
  /** Decimal string of an unsigned integer. */
  readonly seed: string;
  readonly draws: number;
}
