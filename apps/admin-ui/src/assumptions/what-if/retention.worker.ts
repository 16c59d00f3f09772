import { RetentionChangeError } from '#modules/retention';
import { retentionEntry } from '#modules/what-if';
import type { RetentionAnswer, RetentionRequest } from './retention-messages';

/** The worker's side of a web worker, as far as it is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<RetentionRequest>) => void) | null;
  postMessage(answer: RetentionAnswer): void;
}

const scope = self as unknown as WorkerScope;

/** Works one question out, off the page's main thread; null where turnover alone can't bring it about. */
scope.onmessage = ({ data: { base, edits, question } }) => {
  try {
    scope.postMessage({ entry: retentionEntry(base, edits, question) });
  } catch (error) {
    if (!(error instanceof RetentionChangeError)) throw error;
    scope.postMessage({ entry: null });
  }
};
