import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InvalidInputError, projectRoot } from '#platform';
import { refusalOf } from './check-archive';
import type { FoundWorkbook } from './workbook-layout';

const THREAD_FILE = 'workbook.thread.js';
const HEAP_MEGABYTES = 256;
const LIMIT_MILLISECONDS = 20_000;

type Answer =
  | { readonly kind: 'found'; readonly found: FoundWorkbook }
  | { readonly kind: 'refused'; readonly message: string };

function refused(message: string): InvalidInputError {
  const fix = 'Download the workbook again, copy your values into it and upload that.';
  return new InvalidInputError([{ pointer: '/file', rule: 'workbook', message, fix }]);
}

/** Threads run what was built, also when the rest runs from its sources. */
function threadFile(): string {
  const beside = join(__dirname, THREAD_FILE);
  return existsSync(beside) ? beside : join(projectRoot(), 'dist/libs/assumptions/workbook', THREAD_FILE);
}

function answerOf(content: Buffer): Promise<Answer> {
  const worker = new Worker(threadFile(), {
    workerData: new Uint8Array(content),
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  return new Promise<Answer>((resolve) => {
    const tooMuch = () =>
      resolve({ kind: 'refused', message: 'The workbook takes too much time or memory to read.' });
    const timer = setTimeout(tooMuch, LIMIT_MILLISECONDS);
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', tooMuch);
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => void worker.terminate());
}

/**
 * Reads an uploaded workbook in a thread of its own, after its size has been looked at.
 *
 * @throws InvalidInputError saying why it can't be read
 */
export async function parseUpload(content: Buffer): Promise<FoundWorkbook> {
  const refusal = refusalOf(content);
  if (refusal !== null) throw refused(refusal);
  const answer = await answerOf(content);
  if (answer.kind === 'refused') throw refused(answer.message);
  return answer.found;
}
