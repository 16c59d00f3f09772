import { coalesce, jobKey } from './coalesce';
import type { QueuedJob } from './job.catalogue';

const unit = (organisationId: string): QueuedJob => ({
  name: 'project-unit',
  payload: { scenarioId: 's', organisationId },
});

describe('coalesce', () => {
  it('rings once for many edits of one unit, in the order of the first of each', () => {
    expect(coalesce([unit('b'), unit('a'), unit('b'), unit('b')])).toEqual([unit('b'), unit('a')]);
  });

  it('leaves out what already waits to be taken', () => {
    expect(coalesce([unit('a'), unit('b')], new Set([jobKey(unit('a'))]))).toEqual([unit('b')]);
  });

  it('tells jobs of one unit apart', () => {
    const recalculation: QueuedJob = { ...unit('a'), name: 'recalculate-unit' } as QueuedJob;
    expect(coalesce([unit('a'), recalculation])).toHaveLength(2);
  });

  it('does not care for the order of keys', () => {
    const turned = { name: 'project-unit', payload: { organisationId: 'a', scenarioId: 's' } };
    expect(jobKey(turned)).toBe(jobKey(unit('a')));
  });
});
