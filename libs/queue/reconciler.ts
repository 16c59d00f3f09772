import { Logger } from '@nestjs/common';
import type { Doorbell } from './doorbell';
import type { QueuedJob } from './job.catalogue';

/** Finds, in the database alone, work that is due and that nobody is doing. */
export type DueWork = () => Promise<readonly QueuedJob[]>;

/**
 * Looks at what is due rather than at what happened: whatever was lost on the way (a ring, a worker, all
 * of Redis), the next look finds the work still to be done and rings for it.
 */
export class Reconciler {
  private readonly logger = new Logger(Reconciler.name);

  constructor(
    private readonly doorbell: Doorbell,
    private readonly sources: readonly DueWork[],
  ) {}

  /** @returns how many jobs were rung for because nothing else had rung, or the ring was lost */
  async reconcile(): Promise<number> {
    const due = (await Promise.all(this.sources.map((source) => source()))).flat();
    if (due.length === 0) {
      return 0;
    }
    const rung = await this.doorbell.ring(due);
    if (rung > 0) {
      this.logger.log(`Rang for ${rung} of ${due.length} jobs that are due.`);
    }
    return rung;
  }
}
