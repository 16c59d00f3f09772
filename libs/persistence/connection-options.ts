import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import type { MysqlDataSourceOptions } from 'typeorm/driver/mysql/MysqlDataSourceOptions';
import { parseDatabaseUrl } from '#platform';

/** The two servers the product runs on; TypeORM compares schemas differently for each. */
export type DatabaseServer = 'mysql' | 'mariadb';

/** Where a database is and who signs in to it, as the drivers want it. */
export interface ConnectionOptions {
  readonly host?: string;
  readonly port?: number;
  readonly socketPath?: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

const DEFAULT_DATABASE = 'wholetime';

/**
 * Reads `mysql://user:password@host:port/database`, or `mysql://user@localhost/database?socketPath=/path`
 * for a Unix socket. Without a name the database is `wholetime`.
 *
 * @throws TypeError when the text is not an address
 */
export function connectionOptions(databaseUrl: string): ConnectionOptions {
  const { user, database = DEFAULT_DATABASE, ...place } = parseDatabaseUrl(databaseUrl);
  return { ...place, username: user, database };
}

/**
 * Asks the server what it is, and creates the database if it is not there.
 *
 * @returns the kind of server that answers
 * @throws the driver's error when the server does not answer, or refuses to create the database
 */
export async function prepareDatabase(options: MysqlDataSourceOptions): Promise<DatabaseServer> {
  const { host, port = 3306, socketPath, username, password, database } = options;
  const connection = await createConnection({
    ...(host === undefined ? {} : { host, port }),
    ...(socketPath === undefined ? {} : { socketPath }),
    ...(username === undefined ? {} : { user: username }),
    ...(password === undefined ? {} : { password }),
  });
  try {
    await createDatabaseIfMissing(connection, database ?? DEFAULT_DATABASE);
    const [rows] = await connection.query('SELECT VERSION() AS version');
    const [{ version }] = rows as [{ version: string }];
    return /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

async function createDatabaseIfMissing(connection: Connection, database: string): Promise<void> {
  const [found] = await connection.query('SELECT 1 FROM information_schema.schemata WHERE schema_name = ?', [
    database,
  ]);
  if ((found as unknown[]).length > 0) return;
  const name = connection.escapeId(database);
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  );
}
