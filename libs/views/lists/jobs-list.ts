import { holds, namedWithCode, type ListColumns } from './list';

export type JobState =
  'running' | 'waiting' | 'failed' | 'quarantined' | 'cancelled' | 'no-baseline' | 'up-to-date';

/** The work on one unit. */
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
  readonly reason: string | null;
  readonly runId: string | null;
  /** Share done, 0 to 1, while it runs. */
  readonly progress: number | null;
  readonly attempts: number;
  readonly worker: string | null;
  readonly waitingSince: string | null;
  readonly publishedAt: string | null;
}

/** How a job stands, in words. */
export const JOB_TEXTS: Readonly<Record<JobState, string>> = {
  running: 'Running',
  waiting: 'Waiting',
  failed: 'Failed, tried again',
  quarantined: 'Held back',
  cancelled: 'Cancelled',
  'no-baseline': 'No opening position',
  'up-to-date': 'Up to date',
};

/** How a job stands, with how far it is. */
export function jobText({ state, progress }: Pick<Job, 'state' | 'progress'>): string {
  return progress === null ? JOB_TEXTS[state] : `${JOB_TEXTS[state]}, ${Math.floor(progress * 100)}%`;
}

/** The jobs in a state whose organisation or scenario holds a text; empty for any. */
export function jobsFound(
  jobs: readonly Job[],
  { state, find }: { readonly state: string; readonly find: string },
): readonly Job[] {
  return jobs
    .filter((job) => state === '' || job.state === state)
    .filter(({ organisation, scenario }) =>
      holds(find, [organisation.name, organisation.code, scenario.name]),
    );
}

/** The work on projections. */
export const JOB_COLUMNS = {
  organisation: { heading: 'Organisation', value: ({ organisation }) => namedWithCode(organisation) },
  scenario: {
    heading: 'Round and scenario',
    value: ({ round, scenario }) => `${round.name}, ${scenario.name}`,
  },
  state: { heading: 'State', value: jobText },
  waits: { heading: 'Waits', value: ({ waitingSince }) => waitingSince },
  attempts: { heading: 'Attempts', unit: 'number', value: ({ attempts }) => attempts },
  calculated: { heading: 'Last calculated', value: ({ publishedAt }) => publishedAt },
  reason: {
    heading: 'Reason',
    value: ({ reason, worker }) => reason ?? (worker === null ? '' : `On ${worker}`),
  },
} satisfies ListColumns<Job>;
