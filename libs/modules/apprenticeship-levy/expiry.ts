import { ALL_STAFF } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { monthNumber } from '../compilation';
import { ruleOfCredit } from './dated-rule';
import { EXPIRY_TRANSITION } from './rule-parameters';

/** The choice made for a rule that is not settled, by the key of its parameter. */
export function ruleChoice({ assumptions }: Pick<ProjectionInput, 'assumptions'>, parameter: string): number {
  return assumptions[parameter]?.[ALL_STAFF]?.values[0] ?? 0;
}

/**
 * Month in which funds that entered in a month expire: the period in force when they entered. Where all
 * funds take a shorter period from its first day, the earlier of both, but not before that day.
 */
export function expiryMonthOf(
  { assumptions, policy }: Pick<ProjectionInput, 'assumptions' | 'policy'>,
  enteredMonth: number,
): number {
  const periods = policy.apprenticeshipLevy?.expiryMonths ?? [];
  const own = enteredMonth + ruleOfCredit(periods, enteredMonth);
  const choice = ruleChoice({ assumptions }, 'apprenticeship-levy.expiry-transition');
  if (choice !== EXPIRY_TRANSITION.allFunds) return own;
  return periods.reduce((earliest, { from, value }) => {
    const change = monthNumber(from);
    return change <= enteredMonth ? earliest : Math.min(earliest, Math.max(change, enteredMonth + value));
  }, own);
}
