import { parentPort, workerData } from 'node:worker_threads';
import { ForeignWorkbookError, readWorkbook } from './read-workbook';

/** Reads one workbook and ends: whatever it holds, only this thread and its small heap can suffer. */
void readWorkbook(workerData as Uint8Array).then(
  (found) => parentPort?.postMessage({ kind: 'found', found }),
  (error: unknown) =>
    parentPort?.postMessage({
      kind: 'refused',
      message:
        error instanceof ForeignWorkbookError
          ? error.message
          : 'The workbook is damaged: save it again as .xlsx.',
    }),
);
