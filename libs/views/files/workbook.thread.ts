import { parentPort, workerData } from 'node:worker_threads';
import type { View } from '../view';
import { workbookOf } from './workbook-file';

/** Writes one workbook and ends: thousands of cells take longer than a request may hold up the others. */
void workbookOf(workerData as View).then(
  (content) => parentPort?.postMessage(content),
  (error: unknown) => {
    throw error;
  },
);
