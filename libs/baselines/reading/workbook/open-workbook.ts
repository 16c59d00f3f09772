import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { projectRoot } from '#platform';
import type { CsvRow } from '../../imports/csv-rows';
import type { FaultCollector, FaultDescription } from '../../imports/import-fault';
import { notAWorkbook } from './workbook-archive';

const CHILD_FILE = 'workbook.child.js';
const HEAP_MEGABYTES = 384;
/** No workbook within the limits takes nearly as long. */
const LONGEST_MILLISECONDS = 5 * 60_000;

type Message =
  { readonly rows: readonly CsvRow[] } | { readonly fault: FaultDescription } | { readonly end: true };

/**
 * The rows of a workbook, read by a child process with a small heap.
 *
 * @param source the packed bytes; an error of it ends the reading
 * @throws InvalidInputError when the workbook has a fault, or the child does not bear it
 */
export async function* workbookRows(source: Readable, faults: FaultCollector): AsyncGenerator<CsvRow, void> {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, childFile()], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: LONGEST_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
  let broken: Error | null = null;
  source.on('error', (error) => {
    broken = error;
    child.kill('SIGKILL');
  });
  // A child that gives up stops reading: that it did is told by its last message.
  child.stdin.on('error', () => source.destroy());
  source.pipe(child.stdin);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const message = JSON.parse(line) as Message;
      if ('rows' in message) yield* message.rows;
      else if ('end' in message) return;
      else faults.fail(message.fault);
    }
    if (broken !== null) throw broken as Error;
    faults.fail(notAWorkbook().description);
  } finally {
    source.destroy();
    await end(child);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Beside this file in a build; from source the child is that of the build. */
function childFile(): string {
  const beside = join(__dirname, CHILD_FILE);
  return existsSync(beside)
    ? beside
    : join(projectRoot(), 'dist/libs/baselines/reading/workbook', CHILD_FILE);
}
