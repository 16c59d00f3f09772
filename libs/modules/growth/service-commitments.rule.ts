import { repeatedEntries, type EntryProblem, type RegisterRule } from '../register/register-rule';
import type { RegisterRow } from '../register/register-rows';
import { WORKLOAD_STANDARDS } from './workload-standards.register';

/** Shares that sum to this much above 1 are rounding. */
const ROUNDING = 1e-6;

/**
 * A workforce line has a staff group and a share, a stated nil neither share nor growth; a commitment is
 * stated once for a staff group; the shares of a group, workload standards included, are at most 1.
 */
export const commitmentProblems: RegisterRule = (rows, rowsOf) => {
  const key = (row: RegisterRow): string =>
    [row.text('commitment'), row.optionalText('staffGroup')].join(' ');
  return [
    ...rows.flatMap(statementProblems),
    ...repeatedEntries(rows, key, { field: 'commitment', what: 'this commitment for this staff group' }),
    ...groupShareProblems(rows, rowsOf(WORKLOAD_STANDARDS)),
  ];
};

function statementProblems(row: RegisterRow): readonly EntryProblem[] {
  const isLine = row.text('statement') === 'workforce-line';
  if (!isLine) {
    if (!row.has('share') && !row.has('growth')) return [];
    const message = 'a stated nil has no share and no growth';
    const fix = 'clear both, or state a workforce line';
    return [{ entry: row.id, field: 'statement', rule: 'nil-is-nil', message, fix }];
  }
  return ['staffGroup', 'share']
    .filter((field) => !row.has(field))
    .map((field) => ({
      entry: row.id,
      field,
      rule: 'line-is-complete',
      message: `a workforce line needs a ${field === 'share' ? 'share of the work' : 'staff group'}`,
      fix: 'fill it in, or state a nil',
    }));
}

/**
 * One problem for each staff group of which the rows, after what others take, take more than all its work:
 * at the row that passes all of it.
 */
export function groupShareProblems(
  rows: readonly RegisterRow[],
  others: readonly RegisterRow[],
): readonly EntryProblem[] {
  const taken = new Map<string, number>();
  const groupOf = (row: RegisterRow): string => row.optionalText('staffGroup') ?? '';
  const take = (row: RegisterRow): number => {
    const after = (taken.get(groupOf(row)) ?? 0) + (row.optionalNumber('share') ?? 0);
    taken.set(groupOf(row), after);
    return after;
  };
  others.forEach(take);
  return rows.flatMap((row) => {
    const before = taken.get(groupOf(row)) ?? 0;
    const after = take(row);
    if (after <= 1 + ROUNDING || before > 1 + ROUNDING) return [];
    return [tooMuch(row, groupOf(row), after)];
  });
}

function tooMuch(row: RegisterRow, group: string, sum: number): EntryProblem {
  return {
    entry: row.id,
    field: 'share',
    rule: 'shares-at-most-1',
    message: `the shares of ${group} sum to ${(sum * 100).toFixed(1)} % with this entry; all its work is 100 %`,
    fix: `lower the shares of ${group} by ${((sum - 1) * 100).toFixed(1)} % in total`,
  };
}
