import type { UnitState } from '../read/unit-freshness';
import type { Job, JobState } from './job';

/** How the work on a unit stands, and why it does not go on. */
export function jobStateOf(unit: UnitState): Pick<Job, 'reason'> & { readonly state: JobState } {
  if (unit.published !== null && unit.published.version >= unit.inputVersion) return plain('up-to-date');
  if (!unit.hasBaseline) return { state: 'no-baseline', reason: 'No opening position is loaded.' };
  if (unit.quarantine?.version === unit.inputVersion) {
    return { state: 'quarantined', reason: unit.quarantine.reason };
  }
  return stateOfRun(runOnNewestInput(unit));
}

/** The run of the newest input; null before a worker has begun it. */
export function runOnNewestInput({ newestRun, inputVersion }: UnitState): UnitState['newestRun'] {
  return newestRun?.version === inputVersion ? newestRun : null;
}

function stateOfRun(run: UnitState['newestRun']): ReturnType<typeof jobStateOf> {
  switch (run?.state) {
    case 'running':
      return plain('running');
    case 'cancelled':
      return { state: 'cancelled', reason: 'A person cancelled it.' };
    case 'failed':
      return { state: 'failed', reason: run.error };
    default:
      return plain('waiting');
  }
}

const plain = (state: JobState) => ({ state, reason: null });
