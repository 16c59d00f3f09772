import { exactVariance } from './exact-variance';
import { REPORTED_LINES, type MonthFigures } from './lines';
import { substantiveVariance, type ComparedYear } from './substantive-variance';
import { addedParts, scaledParts, type PartsByName, type Variance } from './variance';

/**
 * Bank or agency WTE of a month against plan. The plan covers a share `k` of its vacancies and absence; one WTE
 * fewer in post, one post or one absent WTE more is `k` WTE of cover more, under the name of where it comes
 * from. What is used beyond or below that is `cover`. `k` is at most 1, and 0 where establishment or sickness is
 * not planned: then all is `cover`.
 *
 * @returns null where plan or actual is not loaded.
 */
export function temporaryVariance(
  year: ComparedYear,
  month: number,
  line: 'bank' | 'agency',
): Variance | null {
  const planned = year.plan.months[month];
  const came = year.actual.months[month];
  const plan = planned?.[line] ?? null;
  const actual = came?.[line] ?? null;
  if (planned === undefined || came === undefined || plan === null || actual === null) return null;
  const share = coveredShare(planned, plan);
  const inPost = substantiveVariance(year, month);
  const vacancies = inPost === null ? {} : scaledParts(inPost.parts, -share);
  const posts = scaledParts(fundedPosts(planned, came), share);
  const absence = scaledParts(absentWte(planned, came), share);
  return exactVariance(plan, actual, addedParts([vacancies, posts, absence]), 'cover');
}

function coveredShare({ establishment, substantive, sickness }: MonthFigures, used: number): number {
  if (establishment === null || substantive === null || sickness === null) return 0;
  const need = Math.max(0, establishment - substantive) + absentOf(substantive, sickness);
  return need > 0 ? Math.min(1, used / need) : 0;
}

function fundedPosts(planned: MonthFigures, came: MonthFigures): PartsByName {
  if (planned.establishment === null || came.establishment === null) return {};
  return { establishment: came.establishment - planned.establishment };
}

function absentWte(planned: MonthFigures, came: MonthFigures): PartsByName {
  const [before, now] = [planned, came].map(({ substantive, sickness }) =>
    substantive === null || sickness === null ? null : absentOf(substantive, sickness),
  );
  if (before === null || now === null || before === undefined || now === undefined) return {};
  return { sickness: now - before };
}

const absentOf = (substantive: number, sickness: number): number =>
  substantive * (sickness / REPORTED_LINES.sickness.scale);
