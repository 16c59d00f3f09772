import { SICKNESS_SEASON, type CompileContext, type StartGroup } from '../compilation';

/** Share of contracted FTE lost to sickness in each month: the year's rate times the national season, at most 1. */
export function compileAbsence(
  { group }: StartGroup,
  { assumptions, timeline }: CompileContext,
): readonly number[] {
  return assumptions
    .monthly('sickness-absence.rate', group.code)
    .map((rate, month) => Math.min(1, rate * (SICKNESS_SEASON[timeline.placeInYear[month] ?? 0] ?? 1)));
}
