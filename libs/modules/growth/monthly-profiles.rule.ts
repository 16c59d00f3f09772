import { repeatedEntries, type EntryProblem } from '../register/register-rule';
import type { RegisterRow } from '../register/register-rows';
import { PROFILE_MONTHS } from './monthly-profiles.register';

/** Shares typed with a decimal of a percent may miss 1 by this much; they are divided by their sum. */
const ROUNDING = 0.006;

/** A profile sums to 1, and there is one for each flow, staff group and choice of years. */
export function profileProblems(rows: readonly RegisterRow[]): readonly EntryProblem[] {
  const key = (row: RegisterRow): string =>
    [row.text('flow'), row.optionalText('staffGroup') ?? '', row.text('years')].join(' ');
  return [
    ...repeatedEntries(rows, key, {
      field: 'flow',
      what: 'a profile of this flow, staff group and choice of years',
    }),
    ...rows.flatMap(sumProblem),
  ];
}

function sumProblem(row: RegisterRow): readonly EntryProblem[] {
  const sum = PROFILE_MONTHS.reduce((total, month) => total + row.number(month), 0);
  if (Math.abs(sum - 1) <= ROUNDING) return [];
  const shown = (sum * 100).toFixed(1);
  return [
    {
      entry: row.id,
      field: 'april',
      rule: 'shares-sum-to-1',
      message: `the twelve months sum to ${shown} %, not 100 %`,
      fix: 'enter shares from April to March that sum to 100 %',
    },
  ];
}
