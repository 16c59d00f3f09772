import type { Socket } from 'node:net';
import type { Pool } from 'mysql2';
import { DataSource } from 'typeorm';
import type { MysqlDataSourceOptions } from 'typeorm/driver/mysql/MysqlDataSourceOptions';
import { connectionOptions, prepareDatabase, type DatabaseServer } from './connection-options';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';
import { SnakeNamingStrategy } from './snake-naming.strategy';

/** Connections a process keeps at most: reads of a page and edits overlap, jobs hold one each. */
const POOL_SIZE = 10;

const SET_UTC = "SET time_zone = '+00:00'";

/** When a process gives up on the database, and the database on a process. */
export interface ConnectionLimits {
  /** A connection on which the database says nothing for so long is cut, busy or not. */
  readonly silenceMilliseconds: number;
  /**
   * A transaction in which the process asks nothing for so long is rolled back, so that a process that stands still
   * lets go of its locks. MariaDB only: MySQL has no such limit.
   */
  readonly idleTransactionMilliseconds: number;
}

/**
 * A data source that learns on `initialize()` whether MySQL or MariaDB answers (a wrong type shows
 * differences of schema that are not there), creates the database if it is missing, and keeps
 * its sessions in UTC.
 */
export class WholetimeDataSource extends DataSource {
  constructor(
    private readonly mysqlOptions: MysqlDataSourceOptions,
    private readonly limits: ConnectionLimits | null = null,
  ) {
    super(mysqlOptions);
  }

  override async initialize(): Promise<this> {
    const type = await prepareDatabase(this.mysqlOptions);
    this.setOptions({ ...this.mysqlOptions, type });
    await super.initialize();
    await this.#prepareConnections(sessionSettings(type, this.limits));
    return this;
  }

  /** NOW() and CURRENT_TIMESTAMP follow the session, whose zone is the machine's unless it is set. */
  async #prepareConnections(settings: string): Promise<void> {
    const { pool } = this.driver as unknown as { pool: Pool };
    pool.on('connection', (connection) => {
      // A connection that fails here fails its next statement, which is where the error is handled.
      connection.query(settings, () => undefined);
      if (this.limits !== null) {
        const { stream } = connection as unknown as { readonly stream: Socket };
        stream.setTimeout(this.limits.silenceMilliseconds, () => stream.destroy(silence()));
      }
    });
    await this.query(settings);
  }
}

function sessionSettings(type: DatabaseServer, limits: ConnectionLimits | null): string {
  if (type !== 'mariadb' || limits === null) return SET_UTC;
  return `${SET_UTC}, idle_transaction_timeout = ${Math.ceil(limits.idleTransactionMilliseconds / 1000)}`;
}

function silence(): Error {
  return Object.assign(new Error('The database said nothing for too long.'), { code: 'ETIMEDOUT' });
}

/**
 * A data source for the database at an address; call `initialize()` to connect.
 *
 * @param databaseUrl `mysql://user:password@host:port/database` or
 *   `mysql://user@localhost/database?socketPath=/path`
 * @param poolSize connections kept at most
 */
export function createDataSource(databaseUrl: string, poolSize = POOL_SIZE): DataSource {
  return new WholetimeDataSource(dataSourceOptions(databaseUrl, poolSize));
}

/** Names of every migration of this version, oldest first. */
export function migrationNames(): readonly string[] {
  return MIGRATIONS.map((migration) => new migration().name);
}

/** A data source like {@link createDataSource}'s whose newest schema is that of some migrations, as in an earlier version. */
export function createDataSourceOf(databaseUrl: string, migrations: readonly string[]): DataSource {
  return new WholetimeDataSource({
    ...dataSourceOptions(databaseUrl),
    migrations: MIGRATIONS.filter((migration) => migrations.includes(new migration().name)),
  });
}

/**
 * The options of TypeORM: dates as text, instants in UTC, whole numbers as numbers, decimals as text.
 * The schema is only ever changed by migrations.
 */
export function dataSourceOptions(databaseUrl: string, poolSize = POOL_SIZE): MysqlDataSourceOptions {
  return {
    type: 'mariadb',
    ...connectionOptions(databaseUrl),
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize,
    entities: [...ENTITIES],
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'none',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: false,
  };
}
