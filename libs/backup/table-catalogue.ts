import { RESTORE_MARK } from '#persistence';
import type { DataSource } from 'typeorm';

/** A table as it is in the database. */
export interface TableDescription {
  readonly name: string;
  readonly columns: readonly ColumnDescription[];
  /** Columns of the primary key: the order of its rows in a backup. */
  readonly key: readonly string[];
}

interface ColumnDescription {
  readonly name: string;
  readonly isBinary: boolean;
}

interface ColumnRow {
  readonly tableName: string;
  readonly name: string;
  readonly dataType: string;
}

/** Made by the migrations themselves. */
export const MIGRATION_TABLE = 'schema_migration';

/**
 * Rows that are of the moment: who is signed in or about to be (a session that ended must not come back to life), who looks at which
 * page, and which process holds which lease.
 */
export const MOMENTARY_TABLES = ['lease', 'pending_sign_in', 'person_session', 'presence'] as const;

/** Every table of the installation but that of the migrations, in order of their names. */
export async function readTables(dataSource: DataSource): Promise<readonly TableDescription[]> {
  const columns: ColumnRow[] = await dataSource.query(
    `SELECT table_name AS tableName, column_name AS name, data_type AS dataType
       FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name NOT IN (?)
      ORDER BY table_name, ordinal_position`,
    [[MIGRATION_TABLE, RESTORE_MARK]],
  );
  const keys: { readonly tableName: string; readonly name: string }[] = await dataSource.query(
    `SELECT table_name AS tableName, column_name AS name FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index`,
  );
  return [...new Set(columns.map(({ tableName }) => tableName))].map((table) => ({
    name: table,
    columns: columns
      .filter(({ tableName }) => tableName === table)
      .map(({ name, dataType }) => ({ name, isBinary: /blob|binary/i.test(dataType) })),
    key: keys.filter(({ tableName }) => tableName === table).map(({ name }) => name),
  }));
}
