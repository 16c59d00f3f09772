import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { BackupTable } from './backup-manifest';
import { names, type PlainConnection } from './plain-connection';
import { decodeRow, type Row } from './row-codec';

/** Text of one statement, about; well within the smallest `max_allowed_packet` in use (16 MB). */
const STATEMENT_BYTES = 1024 * 1024;
const MOST_BYTES_OF_A_PART = 1024 * 1024 * 1024;

const decompress = promisify(gunzip);

/** Writes the rows of parts into tables that are empty so far, a part to a transaction. */
export class TableLoader {
  private constructor(private readonly connection: PlainConnection) {}

  /** Rows come table by table, so that references are whole at the end only; a zero in a counter stays a zero. */
  static async prepare(connection: PlainConnection): Promise<TableLoader> {
    await connection.run("SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_AUTO_VALUE_ON_ZERO'");
    await connection.run('SET SESSION foreign_key_checks = 0, SESSION unique_checks = 0');
    return new TableLoader(connection);
  }

  /** @param content gzip of the part's lines */
  async load({ name, columns }: BackupTable, content: Buffer): Promise<void> {
    const text = await decompress(content, { maxOutputLength: MOST_BYTES_OF_A_PART });
    const insert = `INSERT INTO ${names([name])} (${names(columns)}) VALUES ?`;
    await this.connection.run('START TRANSACTION');
    for (const rows of statements(text.toString('utf8').split('\n'))) {
      await this.connection.run(insert, [rows]);
    }
    await this.connection.run('COMMIT');
  }
}

/** The rows of lines, in pieces of about the size of a statement. */
function* statements(lines: readonly string[]): Generator<readonly Row[]> {
  let rows: Row[] = [];
  let bytes = 0;
  for (const line of lines) {
    if (line === '') continue;
    rows.push(decodeRow(line));
    bytes += line.length;
    if (bytes < STATEMENT_BYTES) continue;
    yield rows;
    [rows, bytes] = [[], 0];
  }
  if (rows.length > 0) yield rows;
}
