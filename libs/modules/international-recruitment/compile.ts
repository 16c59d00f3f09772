import type { CompileContext, JoinerPlan, StartGroup } from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { groupPipeline, type GroupPipeline } from './group-pipeline';

/** People below this are rounding. */
const WORTH_TELLING = 1e-6;

/** Registered international joiners, people a month: the number entered and those of the pipeline. */
export function compileInternational(start: StartGroup, context: CompileContext): JoinerPlan {
  const parameter = 'international-recruitment.arrivals-registered';
  const entered = context.assumptions.planned(parameter, start.group.code, 'international');
  const { registrations } = groupPipeline(start, context).total;
  return {
    source: 'international',
    people: entered.map((people, month) => people + (registrations[month] ?? 0)),
  };
}

/** What of the offers lies beyond the last month. */
export function internationalNotices(
  start: StartGroup,
  context: CompileContext,
): readonly ProjectionNotice[] {
  const later = registeringLater(groupPipeline(start, context));
  if (later <= WORTH_TELLING) return [];
  const last = context.timeline.monthEnds.at(-1) ?? '';
  const message = `${start.group.name}: this many of the people offered a post from abroad will register after ${last}, the end of the projection.`;
  return [{ code: 'offers-beyond-horizon', staffGroup: start.group.code, message, amount: later }];
}

/** People who will register after the last month, of the offers made up to it. */
export function registeringLater({ cohorts }: Pick<GroupPipeline, 'cohorts'>): number {
  return cohorts.reduce((sum, cohort) => sum + cohort.registeringLater, 0);
}
