import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from './planners';

/** What came of requests of one kind that were sent at a rate, whether the answers to earlier ones had come or not. */
export interface LoadTally {
  /** Answers that said yes. */
  readonly answered: number;
  /** Refused with the time to come back: 429 and 503. */
  readonly refused: number;
  /** Anything else: an error of the product. */
  readonly failed: number;
  /** Milliseconds of the answers that said yes, from when the request was due. */
  readonly p50: number;
  readonly p95: number;
}

export interface LoadOutcome {
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
  readonly read: LoadTally;
  readonly edit: LoadTally;
}

interface Answer {
  readonly kind: Request['kind'];
  readonly status: number;
  readonly milliseconds: number;
}

const REFUSALS: ReadonlySet<number> = new Set([429, 503]);

/**
 * Sends requests at a rate for a time, as people do who don't wait for each other. A request that is sent late counts
 * from when it was due, so that a server that holds up its clients does not look fast.
 *
 * @param perSecond requests to send in a second
 */
export async function putUnderOpenLoad(
  next: () => Request,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<LoadOutcome> {
  const start = performance.now();
  const answers: Promise<Answer>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const due = start + (sent / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    answers.push(answerOf(next(), due));
  }
  const all = await Promise.all(answers);
  return {
    seconds: (performance.now() - start) / 1000,
    read: tallyOf(all.filter(({ kind }) => kind === 'read')),
    edit: tallyOf(all.filter(({ kind }) => kind === 'edit')),
  };
}

async function answerOf({ kind, ask }: Request, due: number): Promise<Answer> {
  const status = await ask().catch(() => 0);
  return { kind, status, milliseconds: performance.now() - due };
}

function tallyOf(answers: readonly Answer[]): LoadTally {
  const yes = answers.filter(({ status }) => status >= 200 && status < 300);
  const refused = answers.filter(({ status }) => REFUSALS.has(status)).length;
  const times = yes.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
  const at = (share: number): number => times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? NaN;
  return {
    answered: yes.length,
    refused,
    failed: answers.length - yes.length - refused,
    p50: at(0.5),
    p95: at(0.95),
  };
}
