import { AssumptionDesk, edit, LEAVER_RATE, NURSES } from '../../test/support/assumption-desk';

describe('what was changed in a plan', () => {
  let desk: AssumptionDesk;

  beforeAll(async () => {
    desk = await AssumptionDesk.open();
  });

  afterAll(() => desk.close());

  it('tells who, when, from where, the old and the new value and why, newest first, page by page', async () => {
    await desk.save([edit({ value: 0.07 })]);
    await desk.save([edit({ value: 0.09, baseVersion: 1 })]);
    await desk.save([edit({ operation: 'reset', value: null, baseVersion: 2 })]);
    const { planId: scenarioId, organisation } = desk.fixture;
    const trust = { scenarioId, organisationId: organisation('RR8') };

    const { changes, next } = await desk.service.changes({ ...trust, limit: 2 });

    const amount = (value: number) => ({ operation: 'set', value });
    expect(changes).toMatchObject([
      { parameter: LEAVER_RATE, year: 2026, before: amount(0.09), after: null },
      { staffGroup: { code: NURSES }, before: amount(0.07), after: amount(0.09) },
    ]);
    expect(changes[0]).toMatchObject({ author: 'Edith Planner', origin: 'web', reason: 'Tried out' });
    const earlier = await desk.service.changes({ ...trust, before: next, limit: 2 });
    expect(earlier).toMatchObject({ changes: [{ before: null, after: amount(0.07) }], next: null });

    const ofSystem = await desk.service.changes({ ...trust, organisationId: organisation('QWO'), limit: 10 });
    expect(ofSystem.changes.map(({ organisation: { code } }) => code)).toEqual(['RR8', 'RR8', 'RR8']);
    const other = await desk.service.changes({ ...trust, organisationId: organisation('QJ2'), limit: 10 });
    expect(other.changes).toEqual([]);
  });
});
