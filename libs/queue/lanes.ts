import type { QueuedJob } from './job.catalogue';

/** Tells whose a job is. Jobs of one lane wait for each other; lanes are served in rounds. */
export abstract class Lanes {
  /**
   * @param jobs of one queue
   * @returns the lane of each, in their order
   */
  abstract of(jobs: readonly QueuedJob[]): Promise<readonly string[]>;
}
