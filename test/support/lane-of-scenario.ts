import { Lanes, type QueuedJob } from '#queue';

/** A lane for each scenario. */
export class LaneOfScenario extends Lanes {
  override of(jobs: readonly QueuedJob[]): Promise<readonly string[]> {
    return Promise.resolve(jobs.map((job) => ('scenarioId' in job.payload ? job.payload.scenarioId : '')));
  }
}
