import { RESTORE_MARK, isRestoring } from '#persistence';
import { ConflictError } from '#platform';
import type { DataSource } from 'typeorm';
import { names } from './plain-connection';
import { MIGRATION_TABLE } from './table-catalogue';

/**
 * Takes a database for a restore: whatever empty tables it has go, and a mark says that it is being filled. What an
 * interrupted restore left is no installation, and goes as well.
 *
 * @throws ConflictError naming a table that has rows: nothing is changed then
 */
export async function takeEmptyInstallation(dataSource: DataSource): Promise<void> {
  const tables = await tableNames(dataSource);
  if (!(await isRestoring(dataSource))) await assertEmpty(dataSource, tables);
  await dataSource.query(
    `CREATE TABLE IF NOT EXISTS ${RESTORE_MARK} (begun_at DATETIME(6) NOT NULL PRIMARY KEY)`,
  );
  await dropTables(
    dataSource,
    tables.filter((name) => name !== RESTORE_MARK),
  );
}

/** Takes the mark away: the installation is whole. */
export async function releaseInstallation(dataSource: DataSource): Promise<void> {
  await dataSource.query(`DROP TABLE ${RESTORE_MARK}`);
}

async function tableNames(dataSource: DataSource): Promise<readonly string[]> {
  const rows: { name: string }[] = await dataSource.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
  );
  return rows.map(({ name }) => name);
}

async function assertEmpty(dataSource: DataSource, tables: readonly string[]): Promise<void> {
  for (const table of tables.filter((name) => name !== MIGRATION_TABLE)) {
    const rows: unknown[] = await dataSource.query(`SELECT 1 FROM ${names([table])} LIMIT 1`);
    if (rows.length > 0) {
      throw new ConflictError(
        `The database ${String(dataSource.options.database)} is in use: its table ${table} has rows. A restore fills an ` +
          'empty installation only; give it a new database or a new data folder.',
      );
    }
  }
}

async function dropTables(dataSource: DataSource, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET FOREIGN_KEY_CHECKS = 0');
    await runner.query(`DROP TABLE IF EXISTS ${names(tables)}`);
    await runner.query('SET FOREIGN_KEY_CHECKS = 1');
  } finally {
    await runner.release();
  }
}
