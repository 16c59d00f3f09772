import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';

/** How long a process waits for another one that migrates the same database. */
const LOCK_WAIT_SECONDS = 600;

/**
 * Brings the schema up to date. Processes that do this at once wait for one another. A migration that was
 * interrupted has no row of its own yet and is run again from its start.
 *
 * @param dataSource an initialised data source of at least two connections
 * @returns the names of the migrations that were run, oldest first
 * @throws Error when another process holds the lock for more than ten minutes
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await underMigrationLock(runner, async () => {
      const done = await dataSource.runMigrations({ transaction: 'none' });
      return done.map(({ name }) => name);
    });
  } finally {
    await runner.release();
  }
}

/** Whether some migration has not been run. */
export async function hasPendingMigrations(dataSource: DataSource): Promise<boolean> {
  return dataSource.showMigrations();
}

async function underMigrationLock<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  const name = await lockName(runner);
  const [{ locked }] = (await runner.query('SELECT GET_LOCK(?, ?) AS locked', [name, LOCK_WAIT_SECONDS])) as [
    { locked: number | null },
  ];
  if (locked !== 1) throw new Error('Another process has been migrating this database for ten minutes');
  try {
    return await work();
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?)', [name]);
  }
}

/** Locks are named across the whole server and MySQL allows 64 characters, so the database's name is hashed. */
async function lockName(runner: QueryRunner): Promise<string> {
  const [{ name }] = (await runner.query('SELECT DATABASE() AS name')) as [{ name: string }];
  return `migrate:${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}
