import { lineOf, type DeriveLines } from '../compilation';
import { compileExits } from './compile';
import { firstMonthExits, leaveLength } from './returns';

/**
 * People on unpaid leave at month end: the month before + those who start it - those whose leave is over
 * (who return or do not come back). Before the baseline as many are taken to have started it each month
 * as in the first month.
 */
export const retentionLines: DeriveLines = (group, context) => {
  const { start } = group;
  const months = leaveLength(start.group.code, context);
  const exits = context.assumptions.recall(`exits ${start.group.code}`, start, () =>
    compileExits(start, context),
  );
  const before = firstMonthExits(start, exits.part, 'unpaid-leave');
  const starts = lineOf(group, 'exits-unpaid-leave');
  let onLeave = before * months;
  return {
    'on-leave-headcount': starts.map((started, month) => {
      if (month > 0) onLeave += started - (month > months ? (starts[month - months] ?? 0) : before);
      return Math.max(0, onLeave);
    }),
  };
};
