import type { CompileContext } from '../compilation';
import type { GroupRequirement } from '../growth/requirements';
import type { MonthlyMeasure, ProjectionNotice } from '../projection/projection-output';
import { planYears, meanOf, type PlanYear } from '../reporting/plan-years';
import { efficiencySchemes, wteAgainstBaseline, type Scheme } from './schemes';

/** What each lever claims to release of a group at the end of a year, WTE, and how much of it is claimed twice. */
export interface Claims {
  readonly staffGroup: string;
  readonly name: string;
  readonly year: number;
  readonly productivity: number;
  /** Time released by schemes and technology without a statement of their relation to productivity. */
  readonly timeReleasing: number;
  readonly technology: number;
  /** Time stated to be on top of productivity: not compared with it. */
  readonly onTop: number;
  /** Time stated to be a part of productivity: not taken off a second time. */
  readonly partOfProductivity: number;
  readonly skillMix: number;
  readonly sickness: number;
  readonly countedTwice: number;
}

/** The monthly series of a group that the guard reads. */
export interface GuardedGroup {
  readonly code: string;
  readonly series: Readonly<
    Record<Extract<MonthlyMeasure, 'requirement-skill-mix' | 'sickness-released-fte'>, readonly number[]>
  >;
}

/** WTE below this are not worth a notice. */
const WORTH_TELLING = 0.05;

/**
 * The guard against counting one effect twice. Productivity is growth of output per WTE whatever its
 * cause; skill mix, technology, time-releasing schemes and lower sickness are causes. Up to the smaller of
 * what productivity claims and of what the causes claim is counted twice, unless a scheme says that it is
 * on top of productivity (then it is not compared) or a part of it (then it was not taken off again).
 */
export function claimsOf(
  requirements: readonly GroupRequirement[],
  groups: readonly GuardedGroup[],
  context: CompileContext,
): readonly Claims[] {
  const years = planYears(context.timeline.monthEnds, context.input);
  return requirements.flatMap((each, index) => {
    const group = groups[index];
    return group === undefined ? [] : years.map((year) => claimsOfYear(each, group, year, context));
  });
}

function claimsOfYear(
  { start, requirement }: GroupRequirement,
  { code, series }: GuardedGroup,
  year: PlanYear,
  context: CompileContext,
): Claims {
  const released = (isCounted: (scheme: Scheme) => boolean): number =>
    efficiencySchemes(context.input)
      .filter((scheme) => scheme.staffGroup === code && isCounted(scheme))
      .reduce((sum, scheme) => sum + (wteAgainstBaseline(scheme, context.timeline)[year.to] ?? 0), 0);
  const unstated = (kind: Scheme['kind']): number =>
    released((scheme) => scheme.kind === kind && scheme.relation === 'not-stated');
  const releasesTime = ({ kind }: Scheme): boolean => kind === 'time-releasing' || kind === 'technology';
  const before = requirement.beforeProductivity[year.to] ?? 0;
  const claims = {
    productivity: before - before / (requirement.productivity[year.to] ?? 1),
    timeReleasing: unstated('time-releasing'),
    technology: unstated('technology'),
    onTop: released((scheme) => releasesTime(scheme) && scheme.relation === 'on-top'),
    partOfProductivity: released(
      (scheme) => releasesTime(scheme) && scheme.relation === 'part-of-productivity',
    ),
    skillMix: Math.max(0, -(series['requirement-skill-mix'][year.to] ?? 0)),
    sickness: Math.max(0, meanOf(series['sickness-released-fte'], year)),
  };
  const causes = claims.timeReleasing + claims.technology + claims.skillMix + claims.sickness;
  return {
    staffGroup: code,
    name: start.group.name,
    year: year.year,
    ...claims,
    countedTwice: Math.max(0, Math.min(claims.productivity, causes)),
  };
}

/** A notice for each group in which, by the last year, productivity and its causes claim the same WTE. */
export function doubleCountingNotices(claims: readonly Claims[]): readonly ProjectionNotice[] {
  const last = Math.max(...claims.map(({ year }) => year));
  return claims
    .filter(({ year, countedTwice }) => year === last && countedTwice >= WORTH_TELLING)
    .map(({ staffGroup, name, countedTwice }) => ({
      code: 'double-counting',
      staffGroup,
      message: `${name}: productivity and what may deliver it (skill mix, technology, schemes, lower sickness) both claim up to this many WTE by the last year; state what is a part of productivity and what is on top.`,
      amount: countedTwice,
    }));
}
