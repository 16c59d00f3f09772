import type { LevyPolicy, LevyStandard } from '#policy';

import { ruleOfMonth } from './dated-rule';
import { dueFor, paymentsOf, type ApprenticeCohort } from './cohort';
import { runLedger, type LedgerQuestion } from './ledger';

/** Pounds of shortfall below this are rounding. */
const ROUNDING = 1e-6;
/** More starts than any account carries: the search ends there. */
const MOST_STARTS = 1e6;
/** How closely starts are found. */
const STARTS_TOLERANCE = 1e-6;

/**
 * The largest number of further starts that the account can carry with no co-investment in any month to
 * come: 0 where it already falls short. Solved on the ledger, on which a further start never makes a
 * shortfall smaller. Infinity where they cost nothing.
 *
 * @param ahead the account until the last further apprentice has completed.
 * @param perStart what one further start costs in each month of the ledger, pounds.
 */
export function furtherStarts(ahead: LedgerQuestion, perStart: readonly number[]): number {
  if (perStart.every((pounds) => pounds === 0)) return Infinity;
  const isCarried = (starts: number): boolean => !fallsShort(withStarts(ahead, perStart, starts));
  if (!isCarried(0)) return 0;
  let low = 0;
  let high = 1;
  while (high < MOST_STARTS && isCarried(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > STARTS_TOLERANCE) {
    const middle = (low + high) / 2;
    if (isCarried(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function withStarts(ahead: LedgerQuestion, perStart: readonly number[], starts: number): LedgerQuestion {
  return {
    ...ahead,
    months: ahead.months.map((month, index) => ({
      ...month,
      due: month.due + starts * (perStart[index] ?? 0),
    })),
  };
}

function fallsShort(question: LedgerQuestion): boolean {
  return runLedger(question).months.some(({ shortfall }) => shortfall > ROUNDING);
}

/** Intakes of further starts: the months in which equally many start. */
export interface FurtherIntakes {
  readonly standard: LevyStandard;
  /** Share who complete. */
  readonly completionRate: number;
  readonly months: readonly number[];
}

/** What one further start per intake costs the account in each month: at the funding band, under the rules of its start. */
export function costPerStart(
  ahead: LedgerQuestion,
  { standard, completionRate, months }: FurtherIntakes,
  policy: LevyPolicy,
): readonly number[] {
  const cohorts = months.map((month) => cohortOf(standard, completionRate, month, policy));
  return ahead.months.map(({ month }) =>
    cohorts.reduce((sum, cohort) => {
      const due = dueFor(cohort, month);
      return sum + due.instalments + due.completions;
    }, 0),
  );
}

function cohortOf(
  { reference, title, plannedMonths, fundingBandPounds }: LevyStandard,
  completionRate: number,
  month: number,
  policy: LevyPolicy,
): ApprenticeCohort {
  return {
    entry: '',
    standard: reference,
    title,
    donorGroup: '',
    targetGroup: null,
    targetBand: null,
    isRecruited: false,
    isUnderWay: false,
    startMonth: month,
    firstMonth: month,
    months: plannedMonths,
    people: 1,
    completionRate,
    withdrawalMonth: null,
    payments: paymentsOf({
      pricePounds: fundingBandPounds,
      bandPounds: fundingBandPounds,
      fundedShare: 1,
      plannedMonths,
      monthlyShare: ruleOfMonth(policy.monthlyShare, month),
      completionShare: ruleOfMonth(policy.completionShare, month),
    }),
  };
}
