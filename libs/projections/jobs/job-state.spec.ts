import type { UnitState } from '../read/unit-freshness';
import { jobStateOf } from './job-state';

const UNIT: UnitState = {
  inputVersion: 3,
  hasBaseline: true,
  published: { runId: 'old', version: 2, at: '2026-11-22T09:00:00Z', isSummed: true },
  quarantine: null,
  newestRun: null,
};
const run = (state: string, version = 3) => ({ id: 'run', state, version, progress: 0.5, error: 'why' });

describe('the state of a job', () => {
  it.each<[string, Partial<UnitState>, string | null]>([
    ['up-to-date', { inputVersion: 2 }, null],
    ['waiting', {}, null],
    ['waiting', { newestRun: run('failed', 2) }, null],
    ['running', { newestRun: run('running') }, null],
    ['failed', { newestRun: run('failed') }, 'why'],
    ['cancelled', { newestRun: run('cancelled') }, 'A person cancelled it.'],
    ['quarantined', { newestRun: run('failed'), quarantine: { version: 3, reason: 'poison' } }, 'poison'],
    ['waiting', { quarantine: { version: 2, reason: 'of the input before' } }, null],
    ['no-baseline', { hasBaseline: false, published: null }, 'No opening position is loaded.'],
  ])('is %s for %j', (state, change, reason) => {
    expect(jobStateOf({ ...UNIT, ...change })).toEqual({ state, reason });
  });
});
