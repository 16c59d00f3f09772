/** How the work on a unit stands. */
export const JOB_STATES = [
  /** A worker is computing it. */
  'running',
  /** Its newest input waits for a worker. */
  'waiting',
  /** The last attempt failed, and it will be tried again. */
  'failed',
  /** Every attempt failed: held back until its next input, or until a person asks. */
  'quarantined',
  /** A person cancelled it. */
  'cancelled',
  /** Nothing is loaded that it could start from. */
  'no-baseline',
  'up-to-date',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A unit of work: one organisation under one scenario. */
export interface Job {
  readonly round: { readonly id: string; readonly name: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly organisation: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: string;
  };
  readonly state: JobState;
  /** Why it failed or is held back; null where nothing is wrong. */
  readonly reason: string | null;
  /** Of a run: what can be cancelled. */
  readonly runId: string | null;
  /** Share done, 0 to 1, while it runs. */
  readonly progress: number | null;
  /** Attempts of the run on the newest input. */
  readonly attempts: number;
  /** The process that computes it, while it runs. */
  readonly worker: string | null;
  /** The first change that is not published yet, ISO 8601; null when it is up to date, or not known. */
  readonly waitingSince: string | null;
  /** Last publication, ISO 8601. */
  readonly publishedAt: string | null;
}

/** What waits besides the units. */
export interface JobBacklog {
  /** Messages that no worker has taken from the database yet, and the oldest of them. */
  readonly messages: number;
  readonly oldestMessageAt: string | null;
  /** Scenarios whose sums lack something published. */
  readonly sums: number;
  /** Likely ranges that are being drawn, and that failed. */
  readonly rangesRunning: number;
  readonly rangesFailed: number;
}
