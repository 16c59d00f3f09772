/** What is projected by itself: one organisation under one scenario. */
export interface ProjectionUnit {
  readonly scenarioId: string;
  readonly organisationId: string;
}

/** The queues in Redis. Each kind of work waits beside the others, so that a long line of one never holds them up. */
export const QUEUES = ['projections', 'roll-ups', 'ranges', 'proposals', 'webhooks'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What each job carries: identities only, the database holds everything else. */
export interface JobPayloads {
  /** Project the unit on its newest input, unless that is already published. */
  readonly 'project-unit': ProjectionUnit;
  /** As `project-unit`; a unit that is up to date is computed again and compared with what is published. */
  readonly 'recalculate-unit': ProjectionUnit;
  /** Sum what has been published above the units of a scenario. */
  readonly 'roll-up-scenario': { readonly scenarioId: string };
  /** Draw the likely ranges of a sum and of the organisations in it. */
  readonly 'draw-ranges': { readonly rollUpId: string };
  /** Work out what a planner asked the optimiser. */
  readonly 'solve-proposal': { readonly proposalId: string };
  /** Write a delivery for each endpoint that is told of the event. */
  readonly 'announce-event': { readonly eventId: string };
  /** Attempt a delivery, if it is due. */
  readonly 'deliver-webhook': { readonly deliveryId: string };
}
export type JobName = keyof JobPayloads;

/** Every job with the queue it waits in. A job that is not listed does not exist. */
export const JOB_CATALOGUE: Readonly<Record<JobName, { readonly queue: QueueName }>> = {
  'project-unit': { queue: 'projections' },
  'recalculate-unit': { queue: 'projections' },
  'roll-up-scenario': { queue: 'roll-ups' },
  'draw-ranges': { queue: 'ranges' },
  'solve-proposal': { queue: 'proposals' },
  'announce-event': { queue: 'webhooks' },
  'deliver-webhook': { queue: 'webhooks' },
};

/** A job as it is rung for. */
export type QueuedJob = {
  readonly [N in JobName]: { readonly name: N; readonly payload: JobPayloads[N] };
}[JobName];

/** Names of all jobs. */
export const JOB_NAMES = Object.keys(JOB_CATALOGUE) as readonly JobName[];
