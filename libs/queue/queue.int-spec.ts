import { newId } from '#platform';
import { LaneOfScenario } from '../../test/support/lane-of-scenario';
import { openProjectionFixture, type ProjectionFixture } from '../../test/support/projection.fixture';
import { until } from '../../test/support/projection-worker.fixture';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../test/support/test-redis';
import { BullDoorbell } from './bullmq.doorbell';
import { BullWorkers } from './bullmq.workers';
import { JobHandlers } from './job-handlers';
import type { ProjectionUnit } from './job.catalogue';
import { LeaseRepository } from './lease.repository';
import { OutboxRelay } from './outbox-relay';
import { appendOutbox } from './outbox';
import { Scheduler } from './scheduler';
import { SchedulesService } from './schedules.service';

describe('the queue', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let doorbell: BullDoorbell;

  beforeEach(async () => {
    database = await createTestDatabase();
    redis = createTestRedis();
    doorbell = new BullDoorbell({ redisUrl: redis.url, prefix: redis.prefix }, new LaneOfScenario());
    await untilReady(doorbell);
  });

  afterEach(async () => {
    await doorbell.close();
    await redis.close();
    await database.close();
  });

  const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query(sql, parameters);
  const request = (unit: ProjectionUnit) =>
    database.dataSource.transaction((manager) => appendOutbox(manager, 'projection.requested', unit));
  const unrelayed = async () => (await query('SELECT seq FROM outbox WHERE relayed_at IS NULL')).length;
  const untilReady = (bell: BullDoorbell) =>
    until('Redis', () =>
      bell.ring([]).then(
        () => true,
        () => false,
      ),
    );

  /** Takes every job that comes, for as long as the work lasts. */
  async function whileTaking(work: (taken: ProjectionUnit[]) => Promise<void>): Promise<void> {
    const taken: ProjectionUnit[] = [];
    const handlers = new JobHandlers()
      .register('project-unit', (unit) => Promise.resolve(void taken.push(unit)))
      .register('recalculate-unit', () => Promise.resolve())
      .register('roll-up-scenario', () => Promise.resolve())
      .register('draw-ranges', () => Promise.resolve())
      .register('solve-proposal', () => Promise.resolve())
      .register('announce-event', () => Promise.resolve())
      .register('deliver-webhook', () => Promise.resolve());
    const location = { redisUrl: redis.url, prefix: redis.prefix };
    const workers = new BullWorkers(location, handlers, {
      projections: 4,
      'roll-ups': 1,
      ranges: 1,
      proposals: 1,
      webhooks: 1,
    });
    workers.start();
    try {
      await work(taken);
    } finally {
      await workers.drain(5000);
    }
  }

  describe('OutboxRelay', () => {
    const [a, b] = [
      { scenarioId: 's', organisationId: 'a' },
      { scenarioId: 's', organisationId: 'b' },
    ];

    it('rings once for many edits of a unit, also while the first ring still waits', async () => {
      const relay = new OutboxRelay(database.dataSource, doorbell);
      for (const unit of [a, a, b, a]) await request(unit);
      expect(await relay.relayBatch()).toBe(false);
      await request(a);
      await relay.relayBatch();
      expect(await unrelayed()).toBe(0);
      await whileTaking(async (taken) => {
        await until('both units', () => Promise.resolve(taken.length === 2));
        await request(a);
        await relay.relayBatch();
        await until('the unit that was edited after it was taken', () => Promise.resolve(taken.length === 3));
        expect(taken.map(({ organisationId }) => organisationId).sort()).toEqual(['a', 'a', 'b']);
      });
    });

    it('serves who asks for one unit after the first of who asked for forty before', async () => {
      const relay = new OutboxRelay(database.dataSource, doorbell);
      const units = Array.from({ length: 40 }, (_, index) => ({
        scenarioId: 'many',
        organisationId: String(index).padStart(2, '0'),
      }));
      for (const unit of units) await request(unit);
      await relay.relayBatch();
      await request(b);
      await relay.relayBatch();
      await whileTaking(async (taken) => {
        await until('every unit', () => Promise.resolve(taken.length === 41));
        // Four are taken at a time.
        expect(taken.findIndex(({ scenarioId }) => scenarioId === b.scenarioId)).toBeLessThan(5);
        const ofMany = taken.filter(({ scenarioId }) => scenarioId === 'many');
        expect(ofMany.slice(0, 4).map(({ organisationId }) => organisationId)).toContain('00');
      });
    });

    it('leaves rows of a transaction that has not committed, and edits do not wait for it', async () => {
      const relay = new OutboxRelay(database.dataSource, doorbell);
      await database.dataSource.transaction(async (manager) => {
        await appendOutbox(manager, 'projection.requested', a);
        await relay.relayBatch();
        await request(b);
        await relay.relayBatch();
        expect(await unrelayed()).toBe(0);
      });
      expect(await unrelayed()).toBe(1);
      await relay.relayBatch();
      expect(await unrelayed()).toBe(0);
    });

    it('keeps its rows while Redis does not answer', async () => {
      const away = new BullDoorbell(
        { redisUrl: 'unix:///tmp/there-is-no-redis-here.sock', prefix: redis.prefix },
        new LaneOfScenario(),
      );
      await request(a);
      await expect(new OutboxRelay(database.dataSource, away).relayBatch()).rejects.toThrow('Redis');
      expect(await unrelayed()).toBe(1);
      await away.close();
      await new OutboxRelay(database.dataSource, doorbell).relayBatch();
      expect(await unrelayed()).toBe(0);
    });

    it('shares a full outbox between relays without taking a row twice', async () => {
      const units = Array.from({ length: 600 }, (_, index) => ({
        scenarioId: 's',
        organisationId: String(index),
      }));
      await database.dataSource.transaction(async (manager) => {
        for (const unit of units) await appendOutbox(manager, 'projection.requested', unit);
      });
      const relay = () => new OutboxRelay(database.dataSource, doorbell).relayBatch();
      const more = await Promise.all([relay(), relay()]);
      expect(more.filter(Boolean).length).toBeLessThanOrEqual(1);
      await relay();
      expect(await unrelayed()).toBe(0);
    });

    it('passes over a topic that it does not know', async () => {
      await query("INSERT INTO outbox (topic, payload, created_at) VALUES ('of.tomorrow', '{}', NOW(6))");
      await new OutboxRelay(database.dataSource, doorbell).relayBatch();
      expect(await unrelayed()).toBe(0);
    });
  });

  describe('LeaseRepository', () => {
    it('has one holder at a time, until it is given back', async () => {
      const leases = new LeaseRepository(database.dataSource);
      const asked = await Promise.all(
        ['a', 'b', 'c'].map((holder) => leases.acquire('task', holder, 60_000)),
      );
      expect(asked.filter(Boolean)).toHaveLength(1);
      const holder = ['a', 'b', 'c'][asked.indexOf(true)] ?? '';
      expect(await leases.acquire('task', holder, 60_000)).toBe(true);
      expect(await leases.acquire('task', 'd', 60_000)).toBe(false);
      await leases.release('task', 'd');
      expect(await leases.acquire('task', 'd', 60_000)).toBe(false);
      await leases.release('task', holder);
      expect(await leases.acquire('task', 'd', 60_000)).toBe(true);
    });

    it('passes to another when its time is over by the clock of the database', async () => {
      const leases = new LeaseRepository(database.dataSource);
      await leases.acquire('task', 'a', 60_000);
      await query("UPDATE lease SET expires_at = UTC_TIMESTAMP(6) WHERE name = 'task'");
      expect(await leases.acquire('task', 'b', 60_000)).toBe(true);
      expect(await leases.acquire('task', 'a', 60_000)).toBe(false);
    });
  });

  describe('schedules', () => {
    let fixture: ProjectionFixture;
    let schedules: SchedulesService;
    let scheduleId: string;
    /** Long past and far ahead, so that no slot comes due while the test runs. */
    const YEARLY = { cron: '0 0 1 1 *', timeZone: 'Europe/London' };

    beforeEach(async () => {
      fixture = await openProjectionFixture(database.dataSource);
      schedules = new SchedulesService(database.dataSource);
      scheduleId = await database.dataSource.transaction((manager) =>
        schedules.create(manager, { name: 'Yearly', roundId: fixture.roundId, createdBy: null, ...YEARLY }),
      );
    });

    const scheduler = (holder: string) =>
      new Scheduler(database.dataSource, new LeaseRepository(database.dataSource), {
        holder,
        leaseMilliseconds: 60_000,
      });
    const age = () => query("UPDATE schedule SET created_at = '2020-06-01'");
    const firings = () => query<{ unitsRung: number }>('SELECT units_rung AS unitsRung FROM schedule_firing');
    const rung = async () => (await query('SELECT 1 FROM outbox')).length;

    it('fires a missed slot once, the latest only, and rings for every unit of the round', async () => {
      await age();
      const fired = await Promise.all([
        scheduler('a').fireDue(),
        scheduler('b').fireDue(),
        scheduler('b').fireDue(),
      ]);
      expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await firings()).toEqual([{ unitsRung: 3 }]);
      expect(await rung()).toBe(3);
      expect(await schedules.get(scheduleId)).toMatchObject({
        lastFiring: { slot: expect.stringMatching(/-01-01T00:00:00\.000Z$/) as string, unitsRung: 3 },
      });
    });

    it('fires a slot once even if two believe that they hold the lease', async () => {
      await age();
      const twins = Array.from({ length: 4 }, () => scheduler('the same'));
      const fired = await Promise.all(twins.map((twin) => twin.fireDue()));
      expect(fired.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await rung()).toBe(3);
    });

    it('hands the lease on, and the slot stays fired', async () => {
      await age();
      const first = scheduler('first');
      expect(await first.fireDue()).toBe(1);
      await first.release();
      expect(await scheduler('second').fireDue()).toBe(0);
      expect(await firings()).toHaveLength(1);
    });

    it('does not fire slots from before it was made, nor while it is disabled, nor afterwards for that time', async () => {
      expect(await scheduler('a').fireDue()).toBe(0);
      await age();
      await database.dataSource.transaction((manager) => schedules.setEnabled(manager, scheduleId, false));
      expect(await scheduler('a').fireDue()).toBe(0);
      expect(await schedules.get(scheduleId)).toMatchObject({ isEnabled: false, nextDueAt: null });
      await database.dataSource.transaction((manager) => schedules.setEnabled(manager, scheduleId, true));
      expect(await scheduler('a').fireDue()).toBe(0);
      expect(await rung()).toBe(0);
    });

    it('refuses a pattern that it cannot read, and an id that it does not know', async () => {
      const wrong = {
        name: 'Wrong',
        roundId: fixture.roundId,
        createdBy: null,
        cron: 'nightly',
        timeZone: 'Europe/London',
      };
      await expect(
        database.dataSource.transaction((manager) => schedules.create(manager, wrong)),
      ).rejects.toMatchObject({
        faults: [{ pointer: '/cron' }],
      });
      await expect(schedules.get(newId())).rejects.toThrow('no such schedule');
    });
  });
});
