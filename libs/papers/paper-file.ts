import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot, UnavailableError } from '#platform';
import type { Paper } from './paper';
import type { DrawnFormat } from './write-paper';
import { writeWorkbook } from './writers/workbook.writer';

/** The formats of papers. */
export const PAPER_FORMATS = ['docx', 'pdf', 'xlsx', 'html'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};

/** A paper as a file. */
export interface PaperFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

const THREAD_FILE = 'paper.thread.js';
const HEAP_MEGABYTES = 512;
const LIMIT_MILLISECONDS = 120_000;
/** Papers are written one after the other; whoever asks when so many wait is asked to come back. */
const MOST_WAITING = 10;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Threads run what was built, also when the rest runs from its sources. */
function threadFile(): string {
  const beside = join(__dirname, THREAD_FILE);
  return existsSync(beside) ? beside : join(projectRoot(), 'dist/libs/papers', THREAD_FILE);
}

function writeInThread(paper: Paper, format: DrawnFormat): Promise<Uint8Array> {
  const worker = new Worker(threadFile(), {
    workerData: { paper, format },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    execArgv: [],
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The paper took too long to write.')),
      LIMIT_MILLISECONDS,
    );
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The thread that writes papers ended with code ${code}.`));
    });
  }).finally(() => void worker.terminate());
}

async function inTurn(write: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) throw new UnavailableError('Too many papers are being written.');
  waiting += 1;
  const written = last.then(write).finally(() => (waiting -= 1));
  last = written.catch(() => undefined);
  return written;
}

/**
 * Writes a paper in a format, after those that were asked for before it.
 *
 * @throws UnavailableError where too many wait
 */
export async function paperFile(paper: Paper, format: PaperFormat): Promise<PaperFile> {
  const code = (paper.source.organisation?.code ?? 'wholetime').toLowerCase();
  const version = paper.identity.find(([label]) => label === 'Version')?.[1] ?? '1';
  return {
    name: `${code}-${paper.key}-version-${version}.${format}`,
    mediaType: MEDIA_TYPES[format],
    content:
      format === 'xlsx' ? await writeWorkbook(paper) : await inTurn(() => writeInThread(paper, format)),
  };
}
