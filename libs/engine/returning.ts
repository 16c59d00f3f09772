import { EXIT_CAUSES } from './model';
import type { EngineReturn } from './model';

/**
 * People who come back in a month: `share[t - lag] x exits of the cause in month t - lag`. Those who left
 * before the opening come back at the share of the first month. Source: projection model, sections 2 and 4.
 *
 * @param exits exits by cause and month, people, in the order of EXIT_CAUSES
 */
export function returningPeople(
  { cause, share, lagMonths, priorExits }: EngineReturn,
  exits: readonly Float64Array[],
  month: number,
): number {
  const left = month - lagMonths;
  if (left < 0) {
    return priorExits === undefined ? 0 : (share[0] as number) * (priorExits[month] as number);
  }
  return (share[left] as number) * (exits[EXIT_CAUSES.indexOf(cause)]?.[left] as number);
}
