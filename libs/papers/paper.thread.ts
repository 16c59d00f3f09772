import { parentPort, workerData } from 'node:worker_threads';
import type { Paper } from './paper';
import { writePaper, type DrawnFormat } from './write-paper';

const { paper, format } = workerData as { readonly paper: Paper; readonly format: DrawnFormat };

/** Writes one paper and ends: laying out pages takes longer than a request may hold up the others. */
void writePaper(paper, format).then(
  (content) => parentPort?.postMessage(content),
  (error: unknown) => {
    throw error;
  },
);
