import { createConnection, type Connection } from 'mysql2';
import { parseDatabaseUrl } from '#platform';
import type { CellValue, Row } from './row-codec';
import type { TableDescription } from './table-catalogue';

/**
 * One connection on which values are neither interpreted nor rounded: every value comes and goes as the server prints
 * it, or as its bytes.
 */
export class PlainConnection {
  private constructor(private readonly connection: Connection) {}

  /** Connects in UTC. */
  static async open(databaseUrl: string): Promise<PlainConnection> {
    const connection = createConnection({ ...parseDatabaseUrl(databaseUrl), charset: 'utf8mb4' });
    const plain = new PlainConnection(connection);
    await plain.run("SET time_zone = '+00:00'");
    return plain;
  }

  /** Runs a statement and leaves its result aside. */
  async run(statement: string, values: readonly unknown[] = []): Promise<void> {
    await this.connection.promise().query(statement, [...values]);
  }

  /** The rows of a small question, as objects. */
  async read<T>(statement: string): Promise<readonly T[]> {
    const [rows] = await this.connection.promise().query(statement);
    return rows as T[];
  }

  /** The rows of a table in the order of its primary key, as they arrive. */
  rows({ name, columns, key }: TableDescription): AsyncIterable<Row> {
    const binary = new Set(columns.filter(({ isBinary }) => isBinary).map((column) => column.name));
    const query = this.connection.query({
      sql: `SELECT ${names(columns.map((column) => column.name))} FROM ${names([name])} ORDER BY ${names(key)}`,
      rowsAsArray: true,
      typeCast: (field): CellValue => (binary.has(field.name) ? field.buffer() : field.string()),
    });
    return query.stream();
  }

  /** Ends the connection; an open transaction is undone. */
  close(): void {
    this.connection.destroy();
  }
}

/** Identifiers of a statement. */
export const names = (list: readonly string[]): string => list.map((name) => `\`${name}\``).join(', ');
