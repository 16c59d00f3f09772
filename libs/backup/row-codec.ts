import { createHash } from 'node:crypto';

/** A column's value as the server prints it, or its bytes; null where it is NULL. */
export type CellValue = string | Buffer | null;
export type Row = readonly CellValue[];

interface EncodedBytes {
  readonly base64: string;
}

/** A row as one line of JSON: text as text, bytes in base 64. */
export function encodeRow(row: Row): string {
  return `${JSON.stringify(row.map((value) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value)))}\n`;
}

/** The row of a line that {@link encodeRow} wrote. */
export function decodeRow(line: string): Row {
  const values = JSON.parse(line) as readonly (string | EncodedBytes | null)[];
  return values.map((value) =>
    value === null || typeof value === 'string' ? value : Buffer.from(value.base64, 'base64'),
  );
}

/** Rows and hash of a table, taken line by line. */
export class TableDigest {
  rows = 0;
  private readonly hash = createHash('sha256');

  add(line: string): void {
    this.rows += 1;
    this.hash.update(line);
  }

  /** Ends the hash: in hexadecimal. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}
