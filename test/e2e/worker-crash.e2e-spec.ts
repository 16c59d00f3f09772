import type { RunningServices } from '#platform';
import { ProjectionsService } from '#projections';
import { startTestServices } from '../support/private-services';
import { until, workerEnvironment } from '../support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { createTestRedis, type TestRedis } from '../support/test-redis';
import { WorkerProcess } from '../support/worker-process';

/** A planning database with a Redis key space, and workers as real processes. */
interface Installation {
  readonly database: TestDatabase;
  readonly redis: TestRedis;
  readonly fixture: ProjectionFixture;
  startWorker(): Promise<WorkerProcess>;
  untilFresh(): Promise<void>;
  /** Result hash by organisation code: it depends on the input and the engine only. */
  results(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** Each phase of a run, by the table and the statement (a pattern) that end it: while the table is locked, the worker waits there. */
const PHASES = [
  [
    'the unit is locked and the run created, nothing committed',
    'projection_attempt',
    'INSERT INTO projection_run|UPDATE projection_attempt',
  ],
  ['the run is claimed and its input read', 'projection_input', 'INSERT IGNORE INTO projection_input'],
  ['the series are written', 'projection_opening', 'INSERT INTO `projection_opening`'],
  ['everything is written and nothing committed', 'outbox', 'INSERT INTO outbox'],
] as const;

describe('a worker killed in the middle of a run', () => {
  let services: RunningServices | undefined;
  let undisturbed: Record<string, string>;
  const installations: Installation[] = [];

  beforeAll(async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined || process.env['TEST_REDIS_URL'] === undefined) {
      services = await startTestServices();
      process.env['TEST_DATABASE_URL'] = services.databaseUrl;
      process.env['TEST_REDIS_URL'] = services.redisUrl;
    }
    const installation = await install();
    await installation.startWorker();
    await installation.untilFresh();
    undisturbed = await installation.results();
    await closeAll();
  });

  afterEach(() => closeAll());
  afterAll(() => services?.stop());

  async function closeAll(): Promise<void> {
    await Promise.all(installations.splice(0).map((installation) => installation.close()));
  }

  async function install(): Promise<Installation> {
    const database = await createTestDatabase();
    const redis = createTestRedis();
    const fixture = await openProjectionFixture(database.dataSource);
    const service = new ProjectionsService(fixture.unitOfWork);
    const workers: WorkerProcess[] = [];
    const installation: Installation = {
      database,
      redis,
      fixture,
      startWorker: async () => {
        const worker = await WorkerProcess.start({
          ...workerEnvironment(database, redis),
          WHOLETIME_LEASE_MILLISECONDS: '1000',
        });
        workers.push(worker);
        return worker;
      },
      untilFresh: () =>
        until('everything to be up to date', async () => {
          const { freshness } = await service.status(fixture.planId, fixture.organisation('ENG'));
          return freshness.state === 'up-to-date';
        }),
      results: () => readResults(database),
      close: async () => {
        await Promise.all(workers.map((worker) => worker.kill()));
        await redis.close();
        await database.close();
      },
    };
    installations.push(installation);
    return installation;
  }

  it.each(PHASES)(
    'after %s, ends in the same result as one that was left alone',
    async (_phase, table, statement) => {
      const installation = await install();
      await killBefore(statement, { table, installation });
      await installation.startWorker();
      await installation.untilFresh();
      expect(await installation.results()).toEqual(undisturbed);
      await expectNothingLeft(installation);
    },
  );

  it('loses no edit that was accepted while no worker was there', async () => {
    const installation = await install();
    const first = await installation.startWorker();
    await installation.untilFresh();
    await first.kill();
    await installation.fixture.edit('RR8', 0.2);
    await installation.fixture.edit('RTG', 0.02);
    await forgetEverything(installation.redis);
    await installation.startWorker();
    await installation.untilFresh();
    const results = await installation.results();
    expect(results['RWY']).toBe(undisturbed['RWY']);
    expect(results['RR8']).not.toBe(undisturbed['RR8']);
    expect(results['RTG']).not.toBe(undisturbed['RTG']);
    await expectNothingLeft(installation);
  });

  it('drains when it is asked to end, and when its parent is gone', async () => {
    const installation = await install();
    const [asked, orphaned] = [await installation.startWorker(), await installation.startWorker()];
    expect(await asked.terminate()).toBe(0);
    expect(await orphaned.orphan()).toBe(0);
    await expectNoneHeld(installation);
  });
});

/** Locks a table, starts a worker, waits until it waits for the table at a statement, and kills it there. */
async function killBefore(
  statement: string,
  { table, installation }: { readonly table: string; readonly installation: Installation },
): Promise<void> {
  const { dataSource } = installation.database;
  const barrier = dataSource.createQueryRunner();
  await barrier.query(`LOCK TABLES \`${table}\` WRITE`);
  try {
    const doomed = await installation.startWorker();
    await until(`the worker to wait at ${statement}`, async () => {
      const waiting: unknown[] = await dataSource.query(
        `SELECT 1 FROM information_schema.processlist
          WHERE db = DATABASE() AND state LIKE 'Waiting for table%' AND info REGEXP ?`,
        [statement],
      );
      return waiting.length > 0;
    });
    await doomed.kill();
  } finally {
    await barrier.query('UNLOCK TABLES');
    await barrier.release();
  }
}

/** What Redis loses when it is wiped. */
async function forgetEverything({ client, prefix }: TestRedis): Promise<void> {
  const keys = await client.keys(`${prefix}*`);
  if (keys.length > 0) await client.del(...keys);
}

async function readResults(database: TestDatabase): Promise<Record<string, string>> {
  const rows: { code: string; sha256: string }[] = await database.dataSource.query(
    `SELECT p.ods_code AS code, r.result_sha256 AS sha256
       FROM projection_unit u
       JOIN projection_run r ON r.id = u.published_run_id
       JOIN organisation_period p ON p.organisation_id = u.organisation_id
      WHERE p.valid_from <= '2026-04-01' AND (p.valid_to IS NULL OR p.valid_to > '2026-04-01')`,
  );
  return Object.fromEntries(rows.map(({ code, sha256 }) => [code, sha256]));
}

/** No run is left open, nothing was published twice, and no result lacks its run. */
async function expectNothingLeft(installation: Installation): Promise<void> {
  const query = <T>(sql: string): Promise<T[]> => installation.database.dataSource.query(sql);
  expect(await query("SELECT id FROM projection_run WHERE state = 'running'")).toEqual([]);
  expect(await query('SELECT run_id FROM projection_attempt WHERE ended_at IS NULL')).toEqual([]);
  expect(
    await query(
      'SELECT 1 FROM publish_log GROUP BY scenario_id, organisation_id, input_version HAVING COUNT(*) > 1',
    ),
  ).toEqual([]);
  expect(
    await query(
      `SELECT result_id FROM projection_series
        WHERE result_id NOT IN (SELECT id FROM projection_run WHERE state = 'published')
          AND result_id NOT IN (SELECT id FROM roll_up)`,
    ),
  ).toEqual([]);
}

/** Nobody has to wait for a lease of a worker that ended properly. */
async function expectNoneHeld(installation: Installation): Promise<void> {
  const held: unknown[] = await installation.database.dataSource.query(
    "SELECT id FROM projection_run WHERE state = 'running' AND lease_until > UTC_TIMESTAMP(6)",
  );
  expect(held).toEqual([]);
}
