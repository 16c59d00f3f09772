import type { CompileContext, StartGroup } from '../compilation';
import { absenceOfMonths } from './sickness-path';

/**
 * Share of contracted FTE not available in each month: sickness, and other absence beyond that of the
 * baseline, which establishment and requirement already allow for; from 0 to 1.
 */
export function compileAbsence({ group }: StartGroup, context: CompileContext): readonly number[] {
  const { sickness, other, otherAtStart } = absenceOfMonths(group.code, context);
  return sickness.map((rate, month) => Math.min(1, Math.max(0, rate + ((other[month] ?? 0) - otherAtStart))));
}
