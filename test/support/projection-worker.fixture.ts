import { openProposalWork } from '#optimisation/proposals';
import { loadConfiguration } from '#platform';
import { ProjectionWorker } from '#projections';
import { openWebhookWork, type WebhookWorkChanges } from '#webhooks';
import type { ProjectionFixture } from './projection.fixture';
import type { TestDatabase } from './test-database';
import type { TestRedis } from './test-redis';

/** Settings of a worker under test: short waits, few threads. */
const QUICK = {
  WHOLETIME_RELAY_POLL_MILLISECONDS: '20',
  WHOLETIME_RECONCILE_MILLISECONDS: '200',
  WHOLETIME_LEASE_MILLISECONDS: '2000',
  WHOLETIME_WORKER_THREADS: '1',
  WHOLETIME_DRAWS: '0',
  WHOLETIME_LOG_LEVEL: 'warn',
};

/** Environment of a worker on the servers of a test. */
export function workerEnvironment(database: TestDatabase, redis: TestRedis): Record<string, string> {
  return {
    ...QUICK,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    WHOLETIME_QUEUE_PREFIX: redis.prefix,
  };
}

/** A worker in the process of the test, set up and not yet started. */
export async function createWorker(
  fixture: Pick<ProjectionFixture, 'unitOfWork' | 'assumptions'>,
  {
    database,
    redis,
    settings = {},
    webhooks = {},
  }: {
    readonly database: TestDatabase;
    readonly redis: TestRedis;
    readonly settings?: Record<string, string>;
    readonly webhooks?: WebhookWorkChanges;
  },
): Promise<ProjectionWorker> {
  const { dataSource } = database;
  const { unitOfWork, assumptions } = fixture;
  const configuration = loadConfiguration({ ...workerEnvironment(database, redis), ...settings });
  const furtherWork = [
    await openProposalWork(dataSource, unitOfWork, configuration),
    await openWebhookWork(dataSource, unitOfWork, configuration, webhooks),
  ];
  return ProjectionWorker.create({ dataSource, unitOfWork, assumptions, configuration, furtherWork });
}

/**
 * Waits until a condition on stored state holds.
 *
 * @throws Error saying what was waited for after 30 seconds
 */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited 30 seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
