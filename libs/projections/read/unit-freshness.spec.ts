import { sumFreshness, unitFreshness, type UnitState } from './unit-freshness';

const published = { runId: 'run-1', version: 5, at: '2026-11-22T10:00:00.000Z', isSummed: true };
const upToDate: UnitState = {
  inputVersion: 5,
  hasBaseline: true,
  published,
  quarantine: null,
  newestRun: null,
};
const edited: UnitState = { ...upToDate, inputVersion: 6 };
const run = { id: 'run-2', state: 'running', version: 6, progress: 0.4, error: null };

describe('unitFreshness', () => {
  it('is up to date when the newest input is published', () => {
    expect(unitFreshness(upToDate)).toMatchObject({ state: 'up-to-date', runId: 'run-1', progress: null });
  });

  it('is recalculating from the edit on, before any worker has taken it', () => {
    expect(unitFreshness(edited)).toMatchObject({ state: 'recalculating', runId: 'run-1', progress: 0 });
  });

  it('shows how far its run is', () => {
    expect(unitFreshness({ ...edited, newestRun: run })).toMatchObject({ runId: 'run-2', progress: 0.4 });
  });

  it('does not take an older run for the one of the newest input', () => {
    const older = { ...run, version: 5, progress: 0.9 };
    expect(unitFreshness({ ...edited, newestRun: older })).toMatchObject({ runId: 'run-1', progress: 0 });
  });

  it('says why it is held back, until its next input', () => {
    const quarantine = { version: 6, reason: 'three attempts' };
    expect(unitFreshness({ ...edited, quarantine })).toMatchObject({ state: 'failed' });
    expect(unitFreshness({ ...edited, quarantine }).message).toContain('three attempts');
    expect(unitFreshness({ ...edited, inputVersion: 7, quarantine }).state).toBe('recalculating');
  });

  it('tells cancelled from failed and from never run', () => {
    const cancelled = { ...run, state: 'cancelled' };
    expect(unitFreshness({ ...edited, newestRun: cancelled }).message).toContain('Cancelled');
    expect(unitFreshness({ ...edited, published: null, newestRun: cancelled }).state).toBe('never-run');
    expect(unitFreshness({ ...edited, published: null, hasBaseline: false }).message).toContain(
      'opening position',
    );
  });
});

describe('sumFreshness', () => {
  it('is up to date when every unit is, and all of them are in the sum', () => {
    expect(sumFreshness([upToDate, upToDate])).toMatchObject({
      state: 'up-to-date',
      publishedAt: published.at,
    });
  });

  it('is recalculating while a published run is not in the sum yet', () => {
    const unsummed = { ...upToDate, published: { ...published, isSummed: false } };
    expect(sumFreshness([upToDate, unsummed]).state).toBe('recalculating');
  });

  it('counts how much of it is done', () => {
    expect(sumFreshness([upToDate, { ...edited, newestRun: run }]).progress).toBeCloseTo(0.7);
  });

  it('says how many could not be recalculated', () => {
    const quarantine = { version: 6, reason: 'poison' };
    expect(sumFreshness([upToDate, { ...edited, quarantine }])).toMatchObject({ state: 'failed' });
    expect(sumFreshness([upToDate, { ...edited, quarantine }]).message).toContain('1 of 2');
  });

  it('has never run without units, or before the first publication', () => {
    expect(sumFreshness([]).state).toBe('never-run');
    const waiting = { ...upToDate, published: null, hasBaseline: false };
    expect(sumFreshness([waiting]).state).toBe('never-run');
  });
});
