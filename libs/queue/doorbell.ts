import type { QueuedJob } from './job.catalogue';

/** Rings for work. Losing a ring loses nothing: the database knows what is due. */
export abstract class Doorbell {
  /**
   * Adds the jobs, but for those that already wait to be taken.
   *
   * @returns how many were added
   * @throws when Redis does not answer within seconds; nothing is assumed to have been added then
   */
  abstract ring(jobs: readonly QueuedJob[]): Promise<number>;
}
