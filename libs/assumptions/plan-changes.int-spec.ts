import { SystemClock } from '#platform';
import { UnitOfWork } from '#persistence';
import { loadPolicy } from '#policy';
import { AssumptionDesk, edit, LEAVER_RATE, NURSES } from '../../test/support/assumption-desk';
import { RegistersService } from './registers/registers.service';

const SCHEME = {
  name: 'Ward reconfiguration',
  kind: 'cash-releasing',
  staffGroup: NURSES,
  wte: 10,
  start: '2027-04',
  recurrence: 'recurrent',
  owner: 'Chief nurse',
  deliveryRisk: 'medium',
  qualityImpact: 'agreed',
};

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

  it('has the changes of registers among them in order, whole pages at a time, none twice', async () => {
    await desk.clear();
    const { planId: scenarioId, organisation, editor: actor } = desk.fixture;
    const trust = { scenarioId, organisationId: organisation('RR8') };
    const registers = new RegistersService(
      new UnitOfWork(desk.database.dataSource),
      new SystemClock(),
      loadPolicy(),
    );
    const keep = (values: typeof SCHEME | null, baseVersion: number) =>
      registers.apply({
        ...trust,
        actor,
        origin: 'web',
        reason: 'Board paper 7',
        edits: [{ register: 'efficiency.schemes', entryKey: 'scheme-1', values, baseVersion }],
      });
    await desk.save([edit({ value: 0.07 })]);
    await keep(SCHEME, 0);
    await desk.save([edit({ value: 0.08, baseVersion: 1 })]);
    await keep({ ...SCHEME, wte: 12 }, 1);
    await keep(null, 2);

    const pages = [];
    for (let before: string | null = null, more = true; more;) {
      const page = await desk.service.changes({ ...trust, before, limit: 2 });
      pages.push(page.changes);
      before = page.next;
      more = before !== null;
    }

    expect(pages.map((changes) => changes.map(({ kind }) => kind))).toEqual([
      ['entry', 'entry'],
      ['assumption', 'entry'],
      ['assumption'],
    ]);
    expect(pages.flat()).toMatchObject([
      { register: 'efficiency.schemes', before: { wte: 12 }, after: null, reason: 'Board paper 7' },
      { before: { wte: 10 }, after: { wte: 12 }, author: 'Edith Planner', origin: 'web' },
      { after: { value: 0.08 } },
      { entryKey: 'scheme-1', before: null, after: SCHEME },
      { before: null, after: { value: 0.07 } },
    ]);
  });
});
