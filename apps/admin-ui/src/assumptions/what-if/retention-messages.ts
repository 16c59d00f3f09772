import type { EditedParameter, RetentionEntry, RetentionQuestion, WhatIfBase } from '#modules/what-if';

/** A question about better retention, with what it is worked out on. */
export interface RetentionRequest {
  readonly base: WhatIfBase;
  readonly edits: readonly EditedParameter[];
  readonly question: RetentionQuestion;
}

/** What to enter; null where turnover alone can't bring it about. */
export interface RetentionAnswer {
  readonly entry: RetentionEntry | null;
}

/** Asks a worker of its own. Rejects where it can't answer at all. */
export function askRetention(request: RetentionRequest): Promise<RetentionAnswer> {
  const worker = new Worker(new URL('./retention.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<RetentionAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<RetentionAnswer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(request);
  return answer.finally(() => worker.terminate());
}
