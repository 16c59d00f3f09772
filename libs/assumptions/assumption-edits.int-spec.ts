import { ConflictError, InvalidInputError, NotFoundError, SystemClock } from '#platform';
import { AssumptionDesk, edit, LEAVER_RATE, NURSES } from '../../test/support/assumption-desk';
import { DyingUnitOfWork } from '../../test/support/dying-unit-of-work';
import { AssumptionsService } from './assumptions.service';

/** The error with which work is refused. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'not refused',
    (error: unknown) => error,
  );
}

describe('edits of assumptions', () => {
  let desk: AssumptionDesk;

  beforeAll(async () => {
    desk = await AssumptionDesk.open();
  });

  afterEach(() => desk.clear());
  afterAll(() => desk.close());

  /** How much is stored of edits and their traces. */
  const traces = async () => ({
    assumptions: await desk.count('assumption'),
    history: await desk.count('assumption_history'),
    layers: await desk.count('input_layer'),
    outbox: await desk.count('outbox'),
    audit: await desk.count("audit_entry WHERE action = 'assumptions.edited'"),
  });

  describe('in a batch', () => {
    it('are refused with both values where someone else changed a cell', async () => {
      await desk.save([edit({ value: 0.07 })]);

      const error = await refusal(desk.save([edit({ value: 0.09, note: 'mine' })]));

      expect(error).toBeInstanceOf(ConflictError);
      expect((error as ConflictError).details).toMatchObject({
        conflicts: [
          {
            parameter: LEAVER_RATE,
            staffGroup: NURSES,
            year: 2026,
            mine: { operation: 'set', value: 0.09, note: 'mine', baseVersion: 0 },
            theirs: { operation: 'set', value: 0.07, version: 1, author: 'Edith Planner' },
          },
        ],
      });
      expect((await desk.cell(NURSES, 2026)).value).toBe(0.07);
    });

    it('are all left out when one cell is stale or breaks a rule', async () => {
      await desk.save([edit({ value: 0.07 })]);
      const before = await traces();

      const stale = await refusal(desk.save([edit({ staffGroup: 'midwives' }), edit({ value: 0.09 })]));
      const wrong = await refusal(
        desk.save([edit({ staffGroup: 'managers' }), edit({ year: 2027, value: 7 })]),
      );

      expect(stale).toBeInstanceOf(ConflictError);
      expect(wrong).toBeInstanceOf(InvalidInputError);
      expect(await traces()).toEqual(before);
    });

    it('let one of several simultaneous editors win, and tell the others', async () => {
      const values = [0.05, 0.06, 0.07, 0.08];
      const outcomes = await Promise.all(values.map((value) => refusal(desk.save([edit({ value })]))));

      expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome instanceof ConflictError)).toHaveLength(3);
      expect((await desk.cell(NURSES, 2026)).version).toBe(1);
    });

    it('answer with the cells as they now stand, and leave history and an audit entry', async () => {
      const saved = await desk.save([
        edit({ low: 0.06, high: 0.1, basis: 'Exit survey', note: 'Provisional' }),
      ]);

      expect(saved.cells).toMatchObject([
        {
          parameter: LEAVER_RATE,
          staffGroup: NURSES,
          year: 2026,
          cell: {
            value: 0.08,
            low: 0.06,
            high: 0.1,
            own: true,
            version: 1,
            basis: 'Exit survey',
            status: 'entered',
            provenance: { level: 'scenario', author: 'Edith Planner', year: 2026 },
          },
        },
      ]);
      expect(await desk.history()).toMatchObject([
        { version: 1, value: 0.08, reason: 'Tried out', origin: 'web', author: 'Edith Planner' },
      ]);
      const [entry] = await desk.query<{ detail: string; organisationId: string }>(
        "SELECT detail, organisation_id AS organisationId FROM audit_entry WHERE action = 'assumptions.edited'",
      );
      expect(entry?.organisationId).toBe(desk.fixture.organisation('RR8'));
      expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
        reason: 'Tried out',
        changes: [{ parameter: LEAVER_RATE, staffGroup: NURSES, year: 2026, value: 0.08, before: null }],
      });
    });

    it.each(['assumption', 'assumption_history', 'audit_entry', 'outbox'])(
      'leave nothing when the connection dies after the write to %s',
      async (table) => {
        const before = await traces();
        const unitOfWork = new DyingUnitOfWork(desk.database.dataSource, table);
        const doomed = new AssumptionsService(unitOfWork, new SystemClock());

        await expect(desk.save([edit()], {}, doomed)).rejects.toThrow();

        expect(await traces()).toEqual(before);
        expect(await desk.inputVersion('RR8')).toBe(0);
      },
    );

    it('are refused once the round is closed', async () => {
      await desk.query("UPDATE planning_round SET state = 'closed'");
      try {
        expect(await refusal(desk.save([edit()]))).toBeInstanceOf(ConflictError);
      } finally {
        await desk.query("UPDATE planning_round SET state = 'open'");
      }
      expect(await desk.count('assumption')).toBe(0);
    });

    it('are refused for an unknown scenario, and for an organisation outside the tree', async () => {
      const nowhere = '00000000-0000-7000-8000-000000000000';

      expect(await refusal(desk.save([edit()], { scenarioId: nowhere }))).toBeInstanceOf(NotFoundError);
      expect(await refusal(desk.save([edit()], { organisationId: nowhere }))).toBeInstanceOf(NotFoundError);
      expect(await desk.count('input_layer')).toBe(0);
    });
  });

  describe('that reset', () => {
    it('let the cell inherit again, and keep its history and a rising version', async () => {
      await desk.save([edit({ staffGroup: 'all-staff', value: 0.11 })]);
      await desk.save([edit({ value: 0.07 })]);

      const { cells } = await desk.save([edit({ operation: 'reset', value: null, baseVersion: 1 })]);

      expect(cells[0]?.cell).toMatchObject({ value: 0.11, own: false, operation: null, version: 2 });
      expect(await refusal(desk.save([edit({ baseVersion: 1 })]))).toBeInstanceOf(ConflictError);
      await desk.save([edit({ value: 0.06, baseVersion: 2 })]);
      const history = await desk.history();
      expect(history.map(({ version, operation, value }) => [version, operation, value])).toEqual([
        [3, 'set', 0.06],
        [2, 'reset', null],
        [1, 'set', 0.07],
      ]);
    });

    it('store nothing for a cell without an own value', async () => {
      await desk.save([edit({ operation: 'reset', value: null })]);
      expect(await desk.count('assumption')).toBe(0);
    });
  });
});
