import type { Job } from '#views/lists';
import { jobWord, oldestWait, waitText } from './job-words';

const NOW = '2026-11-27T12:00:00Z';

describe('a wait in words', () => {
  it.each([
    [null, ''],
    ['2026-11-27T11:59:48Z', '12 s'],
    ['2026-11-27T11:55:00Z', '5 min'],
    ['2026-11-27T08:40:00Z', '3 h 20 min'],
    ['2026-11-25T11:00:00Z', '2 days'],
    ['2026-11-27T12:00:05Z', '0 s'],
  ])('since %s is %j', (since, words) => {
    expect(waitText(since, NOW)).toBe(words);
  });

  it('is the oldest of what is due, not of what is held back', () => {
    const job = (state: Job['state'], waitingSince: string) => ({ state, waitingSince }) as Job;
    const jobs = [
      job('quarantined', '2026-01-01'),
      job('waiting', '2026-03-01'),
      job('running', '2026-02-01'),
    ];
    expect(oldestWait(jobs)).toBe('2026-02-01');
    expect(oldestWait([])).toBeNull();
  });
});

describe('the state of a job', () => {
  it('says how far a running one is', () => {
    expect(jobWord({ state: 'running', progress: 0.427 }).text).toBe('Running, 42%');
    expect(jobWord({ state: 'quarantined', progress: null }).text).toBe('Held back');
  });
});
