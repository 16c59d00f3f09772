import {
  differenceOfSeries,
  timesFactor,
  type Compiled,
  type CompileContext,
  type JoinerPlan,
  type StartGroup,
} from '../compilation';
import { postsRemoved } from '../efficiency/schemes';
import type { ProjectionNotice } from '../projection/projection-output';

/** Joiners that no other module supplies, people a month. */
export function compileJoiners(
  { group }: StartGroup,
  { assumptions }: CompileContext,
): readonly JoinerPlan[] {
  return (['wider-labour-market', 'same-system', 'other-nhs'] as const).map((source) => ({
    source,
    people: assumptions.planned(`growth.joiners-${source}`, group.code, source),
  }));
}

/**
 * Funded posts at each month end, the baseline first: `E_t = E_0 prod (1 + g)^(1/12)` less the posts that
 * cash-releasing schemes remove, never below 0 (what could not be removed is a notice). `E_0` is what is
 * loaded, else FTE in post over one less the vacancy rate, with a notice.
 */
export function compileEstablishment(
  start: StartGroup,
  context: CompileContext,
): Compiled<readonly number[]> {
  const { group } = start;
  const vacancyRate = context.assumptions.atStart('growth.vacancy-rate-at-start', group.code);
  const opening = group.establishment ?? start.totalFte / (1 - vacancyRate);
  const path = context.assumptions.path('growth.establishment-growth', group.code);
  const removed = postsRemoved(group.code, context);
  const posts = differenceOfSeries(timesFactor(path, opening), removed);
  const fewest = Math.min(...posts);
  return {
    part: posts.map((fte) => Math.max(0, fte)),
    notices: [
      ...(group.establishment === undefined ? [assumedNotice(start, vacancyRate)] : []),
      ...(fewest < 0 ? [removedNotice(start, -fewest)] : []),
    ],
  };
}

function removedNotice({ group }: StartGroup, amount: number): ProjectionNotice {
  return {
    code: 'scheme-posts-unmet',
    staffGroup: group.code,
    message: `${group.name}: efficiency schemes remove more posts than there are; the rest was not removed.`,
    amount,
  };
}

function assumedNotice({ group }: StartGroup, vacancyRate: number): ProjectionNotice {
  return {
    code: 'establishment-assumed',
    staffGroup: group.code,
    message: `${group.name}: no establishment is loaded; it is assumed from staff in post and a vacancy rate of ${(vacancyRate * 100).toFixed(1)} %.`,
    amount: vacancyRate,
  };
}
