import type { EntryProblem, RegisterRule } from '../register/register-rule';
import type { RegisterRow } from '../register/register-rows';
import { groupShareProblems } from './service-commitments.rule';
import { availableWorkingTime } from './workload-standard';

/** A standard leaves working time to do the work in, and the standards of a group take at most all its work. */
export const standardProblems: RegisterRule = (rows) => [
  ...rows.flatMap(workingTimeProblems),
  ...groupShareProblems(rows, []),
];

function workingTimeProblems(row: RegisterRow): readonly EntryProblem[] {
  const hours = availableWorkingTime({
    weeks: row.number('weeks'),
    daysAWeek: row.number('daysAWeek'),
    daysAbsent: row.number('daysAbsent'),
    hoursADay: row.number('hoursADay'),
  });
  if (hours > 0) return [];
  const days = row.number('weeks') * row.number('daysAWeek');
  const message = `${row.number('daysAbsent')} days away leave no working time of ${days} working days`;
  const fix = 'enter fewer days away, or more weeks or days a week';
  return [{ entry: row.id, field: 'daysAbsent', rule: 'working-time-left', message, fix }];
}
