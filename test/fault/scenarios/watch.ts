import type { Installation } from '../harness/installation';
import { converge } from '../invariants/converged';

const LOOK_MILLISECONDS = 5;
const LIMIT_MILLISECONDS = 60_000;

/**
 * Resolves when the condition holds.
 *
 * @throws Error saying what was waited for when it does not in a minute
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT_MILLISECONDS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited a minute for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
}

/** Resolves when everything entered is published. @throws Error saying what is not, after the time of I2 */
export async function caughtUp(installation: Installation): Promise<void> {
  const { violations } = await converge(installation);
  if (violations.length > 0) throw new Error(`Did not catch up: ${JSON.stringify(violations)}`);
}

/** The one number that a query gives. */
export async function count(installation: Installation, sql: string): Promise<number> {
  const [row] = await installation.query<{ n: string | number }>(sql);
  return Number(row?.n);
}
