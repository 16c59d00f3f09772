import { once } from 'node:events';
import { WORKBOOK_LIMITS } from './workbook-archive';
import { WorkbookFault } from './workbook-fault';
import { readWorkbookRows } from './workbook-rows';

/** Rows in one line of output. */
const ROWS_AT_ONCE = 200;

/**
 * Reads a workbook from the standard input and writes its rows to the standard output, one JSON line for a
 * few rows each, and last a fault or the end. A process of its own with a small heap: what a workbook does to
 * it does not touch the caller. Nothing is written to disk.
 */
async function main(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  try {
    let rows: unknown[] = [];
    for await (const row of readWorkbookRows(Buffer.concat(parts), WORKBOOK_LIMITS)) {
      rows.push(row);
      if (rows.length < ROWS_AT_ONCE) continue;
      await write({ rows });
      rows = [];
    }
    await write({ rows });
    await write({ end: true });
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    await write({ fault: error.description });
  }
}

async function write(message: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain');
}

void main().catch(() => {
  // An error could quote the content: the caller is only told that there was one.
  process.exitCode = 1;
});
