import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after the time; a process that has nothing else to do ends meanwhile. */
export async function idlePause(milliseconds: number): Promise<void> {
  await wait(milliseconds, undefined, { ref: false });
}

/**
 * Asks again and again until the answer is yes.
 *
 * @returns false when the limit passed without a yes.
 */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  limitMilliseconds: number,
  pauseMilliseconds = 25,
): Promise<boolean> {
  const end = performance.now() + limitMilliseconds;
  while (!(await isSo())) {
    if (performance.now() >= end) {
      return false;
    }
    await wait(pauseMilliseconds);
  }
  return true;
}

/** Whether the question is answered with yes within the limit; no answer and a failure count as no. */
export async function isYesWithin(question: Promise<boolean>, limitMilliseconds: number): Promise<boolean> {
  const limit = new AbortController();
  const silence = wait(limitMilliseconds, false, { signal: limit.signal });
  try {
    return await Promise.race([question, silence]);
  } catch {
    return false;
  } finally {
    limit.abort();
    silence.catch(() => undefined);
  }
}
