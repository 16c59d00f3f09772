import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#persistence';
import type { ProjectionUnit } from '#queue';
import type { Job, JobBacklog } from './job';
import { readBacklog, readJobs } from './jobs.reader';
import { retryUnit } from './retry-unit';

/** All work of an installation at a moment. */
export interface JobsOverview {
  readonly jobs: readonly Job[];
  readonly backlog: JobBacklog;
  /** The moment of the database's clock, ISO 8601: waits are counted up to it. */
  readonly at: string;
}

/**
 * The work on projections, as administrators watch and unblock it. Reads the database alone: it says what is
 * due whether or not Redis and the workers are there.
 */
@Injectable()
export class JobsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param visible organisations that may be shown */
  async overview(visible: ReadonlySet<string>): Promise<JobsOverview> {
    return this.unitOfWork.run(async (manager) => {
      const [row]: { at: Date }[] = await manager.query('SELECT UTC_TIMESTAMP(6) AS at');
      return {
        jobs: await readJobs(manager, visible),
        backlog: await readBacklog(manager),
        at: (row?.at ?? new Date(0)).toISOString(),
      };
    });
  }

  /** See {@link retryUnit}. */
  async retry(
    unit: ProjectionUnit,
    requester: { readonly id: string; readonly correlationId: string | null },
  ): Promise<void> {
    await this.unitOfWork.run((manager) => retryUnit(manager, unit, requester));
  }
}
