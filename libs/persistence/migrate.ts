import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { ConflictError } from '#platform';

/** How long a process waits for another one that migrates the same database. */
const LOCK_WAIT_SECONDS = 600;

/**
 * Brings the schema up to date. Processes that do this at once wait for one another. A migration that was
 * interrupted has no row of its own yet and is run again from its start.
 *
 * @param dataSource an initialised data source of at least two connections
 * @returns the names of the migrations that were run, oldest first
 * @throws Error when another process holds the lock for more than ten minutes
 * @throws ConflictError when a restore into the database was interrupted
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return withSchemaHeld(dataSource, async () => {
    if (await isRestoring(dataSource)) {
      throw new ConflictError(
        'A restore into this database did not end. Run `wholetime restore` again with the same file: it begins anew.',
      );
    }
    return runMigrations(dataSource);
  });
}

/** As {@link migrate}, for the restore itself: the mark that it has not ended does not matter. */
export async function migrateInRestore(dataSource: DataSource): Promise<string[]> {
  return withSchemaHeld(dataSource, () => runMigrations(dataSource));
}

async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations({ transaction: 'none' });
  return done.map(({ name }) => name);
}

/** Whether the schema is not ready to be used: some migration has not been run, or a restore has not ended. */
export async function hasPendingMigrations(dataSource: DataSource): Promise<boolean> {
  return (await dataSource.showMigrations()) || (await isRestoring(dataSource));
}

/** Does something during which no process changes the schema. */
export async function withSchemaHeld<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    return await underMigrationLock(runner, work);
  } finally {
    await runner.release();
  }
}

/** Table that exists while a restore is filling the database. */
export const RESTORE_MARK = 'unfinished_restore';

/** Whether a restore has begun and not ended. */
export async function isRestoring(dataSource: DataSource): Promise<boolean> {
  const found: unknown[] = await dataSource.query(
    'SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
    [RESTORE_MARK],
  );
  return found.length > 0;
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
