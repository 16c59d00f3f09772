import type { PlannedJoiners, Recruitment } from '#engine';

import type { CompileContext, JoinerPlan, StartGroup } from '../compilation';
import type { JoinerProfiles } from '../representation/compile';

/** More posts than any organisation has: with it, the planned joiners arrive whatever is vacant. */
export const NO_LIMIT_OF_POSTS = 1e12;

export interface RecruitmentParts {
  readonly plans: readonly JoinerPlan[];
  readonly profilesOf: (source: JoinerPlan['source']) => JoinerProfiles;
  /** Funded posts at each month end, the baseline first. */
  readonly establishment: readonly number[];
}

/**
 * Recruitment of a group. Where no vacancies are to be filled, the planned joiners arrive. Else the
 * joiners of a month fill the share of the vacant posts entered for its year, at most the planned
 * joiners and in their proportions; in years with a share of 0 the planned joiners arrive.
 */
export function compileRecruitment(
  start: StartGroup,
  parts: RecruitmentParts,
  context: CompileContext,
): Recruitment {
  const plans = parts.plans.filter(({ people }) => people.some((number) => number > 0));
  const shares = context.assumptions.monthly('growth.share-of-vacancies-filled', start.group.code);
  const joiners = (plan: JoinerPlan, people: readonly number[]): PlannedJoiners => ({
    source: plan.source,
    people,
    ftePerHead: start.participation,
    ...parts.profilesOf(plan.source),
  });
  if (plans.length === 0 || shares.every((share) => share === 0)) {
    return { mode: 'planned', sources: plans.map((plan) => joiners(plan, plan.people)) };
  }
  const planned = shares.map((_, month) => plans.reduce((sum, { people }) => sum + (people[month] ?? 0), 0));
  return {
    mode: 'fills-vacancies',
    fillRate: shares.map((share) => (share === 0 ? 1 : share)),
    capacity: planned.map((people) => people * start.participation),
    establishment: shares.map((share, month) =>
      share === 0 ? NO_LIMIT_OF_POSTS : (parts.establishment[month + 1] ?? 0),
    ),
    sources: plans.map((plan, index) => joiners(plan, sharesOfMonth(plan, planned, index))),
  };
}

/** The source's share of the month's planned joiners; a month with none goes to the first source, of nobody. */
function sharesOfMonth(plan: JoinerPlan, planned: readonly number[], index: number): readonly number[] {
  return planned.map((total, month) => (total > 0 ? (plan.people[month] ?? 0) / total : Number(index === 0)));
}
