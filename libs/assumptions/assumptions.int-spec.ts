import { UnitOfWork } from '#persistence';
import { ConflictError, InvalidInputError, NotFoundError, SystemClock } from '#platform';
import type { EntityManager } from 'typeorm';
import { openPlanningFixture, type PlanningFixture } from '../../test/support/planning.fixture';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import type { AssumptionEdit } from './assumption-edit';
import { AssumptionsService } from './assumptions.service';
import type { AssumptionCell } from './cell';

const LEAVER_RATE = 'retention.leaver-rate';
const NURSES = 'nurses-and-health-visitors';

describe('assumptions', () => {
  let database: TestDatabase;
  let fixture: PlanningFixture;
  let service: AssumptionsService;

  beforeEach(async () => {
    database = await createTestDatabase();
    fixture = await openPlanningFixture(database.dataSource);
    service = new AssumptionsService(new UnitOfWork(database.dataSource), new SystemClock());
  });

  afterEach(() => database.close());

  interface Place {
    readonly scenarioId?: string;
    readonly organisationId?: string;
  }

  const place = ({ scenarioId, organisationId }: Place) => ({
    scenarioId: scenarioId ?? fixture.planId,
    organisationId: organisationId ?? fixture.organisation('RR8'),
  });

  const edit = (changes: Partial<AssumptionEdit> = {}): AssumptionEdit => ({
    parameter: LEAVER_RATE,
    staffGroup: NURSES,
    year: 2026,
    operation: 'set',
    value: 0.08,
    baseVersion: 0,
    ...changes,
  });

  const save = (edits: readonly AssumptionEdit[], at: Place = {}, with_: AssumptionsService = service) =>
    with_.applyEdits({ ...place(at), actor: fixture.editor, origin: 'web', reason: 'Tried out', edits });

  const cellOf = async (staffGroup: string, year: number, at: Place = {}): Promise<AssumptionCell> => {
    const grid = await service.readGrid({ ...place(at), parameter: LEAVER_RATE });
    const row = grid.rows.find((candidate) => candidate.staffGroup.code === staffGroup);
    const cell = row?.cells.find((candidate) => candidate.year === year);
    if (cell === undefined) throw new Error(`no cell for ${staffGroup} in ${year}`);
    return cell;
  };

  const inputVersion = async (code: string): Promise<number> => {
    const { inputVersion: version } = await new UnitOfWork(database.dataSource).run((manager) =>
      service.inputLayers(manager, fixture.planId, fixture.organisation(code)),
    );
    return version;
  };

  const count = async (table: string): Promise<number> => {
    const [row]: { n: number }[] = await database.dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(row?.n);
  };

  /** How much is stored of edits and their traces. */
  const traces = async () => ({
    assumptions: await count('assumption'),
    history: await count('assumption_history'),
    layers: await count('input_layer'),
    outbox: await count('outbox'),
    audit: await count("audit_entry WHERE action = 'assumptions.edited'"),
  });

  const rungUnits = async (): Promise<string[]> => {
    const rows: { payload: string }[] = await database.dataSource.query(
      "SELECT payload FROM outbox WHERE topic = 'projection.requested' ORDER BY seq",
    );
    return rows
      .map(({ payload }) => (JSON.parse(payload) as { organisationId: string }).organisationId)
      .sort();
  };

  const idsOf = (...codes: string[]): string[] => codes.map((code) => fixture.organisation(code)).sort();

  const refusal = async <T extends Error>(
    type: new (...parameters: never[]) => T,
    work: Promise<unknown>,
  ): Promise<T> => {
    const outcome: unknown = await work.then(
      () => null,
      (error: unknown) => error,
    );
    if (!(outcome instanceof type)) throw new Error(`expected ${type.name}, got ${String(outcome)}`);
    return outcome;
  };

  describe('a batch of edits', () => {
    it('is refused with both values where someone else changed a cell', async () => {
      await save([edit({ value: 0.07 })]);

      const error = await refusal(ConflictError, save([edit({ value: 0.09, note: 'mine' })]));

      expect(error.details['conflicts']).toEqual([
        {
          parameter: LEAVER_RATE,
          staffGroup: NURSES,
          year: 2026,
          mine: expect.objectContaining({ operation: 'set', value: 0.09, note: 'mine', baseVersion: 0 }),
          theirs: expect.objectContaining({
            operation: 'set',
            value: 0.07,
            version: 1,
            author: 'Edith Planner',
          }),
        },
      ]);
      expect((await cellOf(NURSES, 2026)).value).toBe(0.07);
    });

    it('saves nothing when one of its cells is stale or breaks a rule', async () => {
      await save([edit({ value: 0.07 })]);
      const before = await traces();

      await refusal(ConflictError, save([edit({ staffGroup: 'midwives' }), edit({ value: 0.09 })]));
      await refusal(
        InvalidInputError,
        save([edit({ staffGroup: 'managers' }), edit({ year: 2027, value: 7 })]),
      );

      expect(await traces()).toEqual(before);
    });

    it('lets one of two simultaneous editors win, and tells the other', async () => {
      const outcomes = await Promise.allSettled(
        [0.05, 0.06, 0.07, 0.08].map((value) => save([edit({ value })])),
      );

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ConflictError);
      }
      expect((await cellOf(NURSES, 2026)).version).toBe(1);
    });

    it('answers with the cells as they now stand, and leaves history and an audit entry', async () => {
      const saved = await save([edit({ low: 0.06, high: 0.1, basis: 'Exit survey', note: 'Provisional' })]);

      expect(saved.cells).toEqual([
        {
          parameter: LEAVER_RATE,
          staffGroup: NURSES,
          year: 2026,
          cell: expect.objectContaining({
            value: 0.08,
            low: 0.06,
            high: 0.1,
            own: true,
            version: 1,
            basis: 'Exit survey',
            status: 'entered',
            provenance: expect.objectContaining({ level: 'scenario', author: 'Edith Planner', year: 2026 }),
          }),
        },
      ]);
      expect(
        await service.history({ ...place({}), parameter: LEAVER_RATE, staffGroup: NURSES, year: 2026 }),
      ).toEqual([
        expect.objectContaining({
          version: 1,
          value: 0.08,
          reason: 'Tried out',
          origin: 'web',
          author: 'Edith Planner',
        }),
      ]);
      const [entry]: { detail: string; organisationId: string }[] = await database.dataSource.query(
        "SELECT detail, organisation_id AS organisationId FROM audit_entry WHERE action = 'assumptions.edited'",
      );
      expect(entry?.organisationId).toBe(fixture.organisation('RR8'));
      expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
        reason: 'Tried out',
        changes: [{ parameter: LEAVER_RATE, staffGroup: NURSES, year: 2026, value: 0.08, before: null }],
      });
    });

    it.each(['assumption', 'assumption_history', 'audit_entry', 'outbox'])(
      'leaves nothing when its connection dies after the write to %s',
      async (table) => {
        const before = await traces();
        const doomed = new AssumptionsService(new DyingUnitOfWork(database, table), new SystemClock());

        await expect(save([edit()], {}, doomed)).rejects.toThrow();

        expect(await traces()).toEqual(before);
        expect(await inputVersion('RR8')).toBe(0);
      },
    );

    it('is refused for an unknown scenario, and for an organisation outside the tree', async () => {
      const nowhere = '00000000-0000-7000-8000-000000000000';
      await refusal(NotFoundError, save([edit()], { scenarioId: nowhere }));
      await refusal(NotFoundError, save([edit()], { organisationId: nowhere }));
      expect(await count('input_layer')).toBe(0);
    });
  });

  describe('a reset', () => {
    it('lets the cell inherit again, and keeps its history and a rising version', async () => {
      await save([edit({ staffGroup: 'all-staff', value: 0.11 })]);
      await save([edit({ value: 0.07 })]);

      const { cells } = await save([edit({ operation: 'reset', value: null, baseVersion: 1 })]);

      expect(cells[0]?.cell).toMatchObject({ value: 0.11, own: false, operation: null, version: 2 });
      await refusal(ConflictError, save([edit({ baseVersion: 1 })]));
      await save([edit({ value: 0.06, baseVersion: 2 })]);
      const history = await service.history({
        ...place({}),
        parameter: LEAVER_RATE,
        staffGroup: NURSES,
        year: 2026,
      });
      expect(history.map(({ version, operation, value }) => [version, operation, value])).toEqual([
        [3, 'set', 0.06],
        [2, 'reset', null],
        [1, 'set', 0.07],
      ]);
    });

    it('of a cell without an own value stores nothing', async () => {
      await save([edit({ operation: 'reset', value: null })]);
      expect(await count('assumption')).toBe(0);
    });
  });

  describe('the cascade', () => {
    it('takes the nearest scenario, then organisation, then staff group, then the latest year', async () => {
      const trust = { organisationId: fixture.organisation('RR8') };
      const system = { organisationId: fixture.organisation('QWO', 'system') };
      const nation = { organisationId: fixture.organisation('ENG') };
      const nurses2029 = async (): Promise<number | null> => (await cellOf(NURSES, 2029)).value;

      await save([edit({ year: 2029, value: 0.11 })], { ...trust, scenarioId: fixture.calibratedId });
      expect(await nurses2029()).toBe(0.11);
      await save([edit({ staffGroup: 'all-staff', value: 0.12 })], nation);
      expect(await nurses2029()).toBe(0.12);
      await save([edit({ value: 0.13 })], system);
      expect(await nurses2029()).toBe(0.13);
      await save([edit({ staffGroup: 'all-staff', value: 0.14 })], trust);
      expect(await nurses2029()).toBe(0.14);
      await save([edit({ value: 0.15 }), edit({ staffGroup: 'all-staff', year: 2028, value: 0.16 })], trust);
      expect(await nurses2029()).toBe(0.15);
      await save([edit({ year: 2028, value: 0.17 })], trust);
      expect(await nurses2029()).toBe(0.17);
      expect((await cellOf(NURSES, 2027)).value).toBe(0.15);
    });

    it('keeps local values under a national factor', async () => {
      await save([edit({ value: 0.1 })], { scenarioId: fixture.calibratedId });
      await save([edit({ staffGroup: 'all-staff', operation: 'multiply', value: 0.9 })], {
        organisationId: fixture.organisation('ENG'),
      });

      expect((await cellOf(NURSES, 2026)).value).toBeCloseTo(0.09, 12);
    });

    it('says where an inherited value comes from, down to the national default', async () => {
      const system = fixture.organisation('QWO', 'system');
      await save([edit({ staffGroup: 'all-staff', value: 0.1, basis: 'System retention plan' })], {
        organisationId: system,
      });

      expect(await cellOf('midwives', 2028)).toMatchObject({
        own: false,
        version: 0,
        source: 'System retention plan',
        provenance: {
          level: 'scenario',
          scenario: { id: fixture.planId },
          organisation: { id: system, code: 'QWO' },
          staffGroup: { code: 'all-staff' },
          year: 2026,
        },
      });
      const elsewhere = await cellOf('midwives', 2028, { organisationId: fixture.organisation('RTG') });
      expect(elsewhere.provenance.level).toBe('national-default');
      expect(elsewhere.source).not.toBeNull();
      expect(elsewhere.value).toBeGreaterThan(0);
    });
  });

  describe('the input version', () => {
    it('rises with each edit that reaches the unit, of whatever layer, and never falls', async () => {
      const versions = [await inputVersion('RR8')];
      const other = await inputVersion('RTG');
      const after = async (work: Promise<unknown>): Promise<void> => {
        await work;
        versions.push(await inputVersion('RR8'));
      };

      await after(save([edit()]));
      await after(save([edit({ baseVersion: 1, operation: 'reset', value: null })]));
      await after(save([edit()], { scenarioId: fixture.calibratedId }));
      await after(save([edit()], { organisationId: fixture.organisation('QWO', 'system') }));
      expect(await inputVersion('RTG')).toBe(other);
      await after(
        save([edit()], { organisationId: fixture.organisation('ENG'), scenarioId: fixture.calibratedId }),
      );

      expect(versions).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await inputVersion('RTG')).toBe(other + 1);
    });

    it('rings for every unit that reads the edited layer, and for no other', async () => {
      await save([edit()]);
      expect(await rungUnits()).toEqual(idsOf('RR8'));

      await database.dataSource.query('DELETE FROM outbox');
      await save([edit()], {
        scenarioId: fixture.calibratedId,
        organisationId: fixture.organisation('QWO', 'system'),
      });
      expect(await rungUnits()).toEqual(idsOf('RR8', 'RWY'));

      await database.dataSource.query('DELETE FROM outbox');
      await save([edit()], { scenarioId: fixture.calibratedId, organisationId: fixture.organisation('ENG') });
      expect(await rungUnits()).toEqual(idsOf('RR8', 'RWY', 'RTG'));
    });
  });

  describe('resolving a unit', () => {
    it('answers every parameter for the leaves and all years from the one before the round', async () => {
      await save([edit({ year: 2028, value: 0.07, low: 0.06, high: 0.09 })]);

      const { assumptions, provenance } = await new UnitOfWork(database.dataSource).run((manager) =>
        service.resolve(manager, fixture.planId, fixture.organisation('RR8')),
      );

      const rates = assumptions[LEAVER_RATE] ?? {};
      expect(Object.keys(rates)).toHaveLength(13);
      expect(rates[NURSES]?.values).toHaveLength(6);
      expect(rates[NURSES]?.values.slice(3)).toEqual([0.07, 0.07, 0.07]);
      expect(rates[NURSES]?.low?.slice(3)).toEqual([0.06, 0.06, 0.06]);
      expect(provenance[LEAVER_RATE]?.[NURSES]?.map(({ level }) => level)).toEqual([
        ...Array<string>(3).fill('national-default'),
        ...Array<string>(3).fill('scenario'),
      ]);
    });
  });
});

/** Loses its connection right after the first write to a table, as when the server kills it. */
class DyingUnitOfWork extends UnitOfWork {
  constructor(
    private readonly database: TestDatabase,
    private readonly table: string,
  ) {
    super(database.dataSource);
  }

  override async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.dataSource.transaction((manager) => work(this.dying(manager)));
  }

  private dying(manager: EntityManager): EntityManager {
    const query = manager.query.bind(manager) as EntityManager['query'];
    const written = new RegExp(`INSERT INTO \`?${this.table}\`? `);
    const die = async (): Promise<void> => {
      const [row]: { id: number }[] = await query('SELECT CONNECTION_ID() AS id');
      await this.database.dataSource.query(`KILL ${row?.id}`);
    };
    return new Proxy(manager, {
      get: (target, property, receiver): unknown => {
        if (property !== 'query') return Reflect.get(target, property, receiver);
        return async (sql: string, parameters?: unknown[]): Promise<unknown> => {
          const result: unknown = await query(sql, parameters);
          if (written.test(sql)) await die();
          return result;
        };
      },
    });
  }
}
