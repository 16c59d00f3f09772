import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot, UnavailableError } from '#platform';
import type { View } from '../view';

const THREAD_FILE = 'workbook.thread.js';
const HEAP_MEGABYTES = 512;
const LIMIT_MILLISECONDS = 60_000;
/** Workbooks are written one after the other; whoever asks when so many wait is asked to come back. */
const MOST_WAITING = 20;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Threads run what was built, also when the rest runs from its sources. */
function threadFile(): string {
  const beside = join(__dirname, THREAD_FILE);
  return existsSync(beside) ? beside : join(projectRoot(), 'dist/libs/views/files', THREAD_FILE);
}

function writeInThread(view: View): Promise<Uint8Array> {
  const worker = new Worker(threadFile(), {
    workerData: view,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The workbook took too long to write.')),
      LIMIT_MILLISECONDS,
    );
    worker.once('message', (content: Uint8Array) => resolve(content));
    worker.once('error', reject);
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => void worker.terminate());
}

/**
 * Writes a view as a workbook in a thread of its own, after those that were asked for before it.
 *
 * @throws UnavailableError where too many wait
 */
export async function writeViewWorkbook(view: View): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) throw new UnavailableError('Too many workbooks are being written.');
  waiting += 1;
  const written = last.then(() => writeInThread(view)).finally(() => (waiting -= 1));
  last = written.catch(() => undefined);
  return written;
}
