import { monthlyProbability } from '#engine';

import type { CompileContext } from '../compilation';
import type { CompiledProjection } from '../projection/compile-projection';
import { registerRows, type RegisterRow } from '../register';
import { classShares, type ClassCounts } from './equality-indicators';
import { clusterOf, membershipOf, type Membership } from './membership';
import { REPRESENTATION_TARGETS } from './registers';
import { plannedShare, requiredShareOnProjection, type RequiredShareOnProjection } from './required-share';
import { countsAt, everybody, yearEndMonths, type ReportedWorkforce } from './workforce-counts';
import { requiredShareWithRemaining, type RequiredAppointmentShare } from './wres';

/** Share of a scope at a year end beside the straight line from the opening to the target. */
export interface TrajectoryPoint {
  readonly month: string;
  readonly share: number | null;
  readonly onStraightLine: number | null;
  /** Share less straight line; negative: behind. */
  readonly gap: number | null;
  /** People with the characteristic who are missing to the straight line; 0 where it is met. */
  readonly missing: number | null;
}

/** A target with what the projection says about it. */
export interface TargetProspect {
  readonly name: string;
  readonly scopeLabel: string;
  /** Null for parity at a date that is not within the projection. */
  readonly target: number | null;
  readonly date: string;
  readonly basis: 'all' | 'known';
  readonly opening: number | null;
  readonly trajectory: readonly TrajectoryPoint[];
  /** Null where the date is not after the baseline or beyond the projection. */
  readonly required: RequiredShareOnProjection | null;
  /** By the formula for a scope of constant size; null as above. */
  readonly requiredAtConstantSize: RequiredAppointmentShare | null;
}

/** Every target that is registered, in the order of the register. */
export function targetProspects(
  workforce: ReportedWorkforce,
  compiled: CompiledProjection,
): readonly TargetProspect[] {
  return registerRows(workforce.input, REPRESENTATION_TARGETS).flatMap((row) => {
    const cluster = clusterOf(row.text('scope'), workforce.policy);
    if (cluster === undefined) return [];
    const part = (row.optionalText('workforce') ?? null) as Parameters<typeof membershipOf>[2];
    const isMember = membershipOf(cluster, workforce.policy, part);
    const scopeLabel = part === null ? cluster.label : `${cluster.label}, ${part} staff`;
    return [prospectOf(row, { isMember, scopeLabel }, workforce, compiled)];
  });
}

function prospectOf(
  row: RegisterRow,
  { isMember, scopeLabel }: { readonly isMember: Membership; readonly scopeLabel: string },
  workforce: ReportedWorkforce,
  compiled: CompiledProjection,
): TargetProspect {
  const { timeline, input } = compiled.context;
  const date = row.text('date');
  const basis = row.optionalText('basis') === 'known' ? 'known' : 'all';
  const month = timeline.monthEnds.indexOf(date);
  const from = row.optionalText('appointmentsFrom') ?? `${input.calendar.firstYear}-04`;
  const counts = countsAt(workforce, 0, isMember);
  const opening = shareOn(basis, counts);
  const target =
    row.optionalNumber('target') ??
    (month > 0 ? plannedShare(compiled, { isMember: everybody, basis, month }) : null);
  return {
    name: row.text('name'),
    scopeLabel,
    target,
    date,
    basis,
    opening,
    trajectory: trajectoryOf({ isMember, target, date, basis }, workforce),
    ...requirements(target, opening, { isMember, basis, month, from }, compiled),
  };
}

/** The required share of appointments both ways; null without a target or beyond the projection. */
function requirements(
  target: number | null,
  opening: number | null,
  { isMember, basis, month, from }: ScopedQuestion,
  compiled: CompiledProjection,
): Pick<TargetProspect, 'required' | 'requiredAtConstantSize'> {
  if (target === null || month <= 0) return { required: null, requiredAtConstantSize: null };
  const { context } = compiled;
  const fromMonth = firstMonthFrom(from, context.timeline.monthEnds);
  return {
    required: requiredShareOnProjection(compiled, { isMember, target, basis, month, fromMonth }),
    requiredAtConstantSize:
      opening === null
        ? null
        : requiredShareWithRemaining(opening, target, stillThere(isMember, month, context)),
  };
}

interface ScopedQuestion {
  readonly isMember: Membership;
  readonly basis: 'all' | 'known';
  readonly month: number;
  /** First month of the appointments that may differ, `YYYY-MM`. */
  readonly from: string;
}

interface Path {
  readonly isMember: Membership;
  readonly target: number | null;
  readonly date: string;
  readonly basis: 'all' | 'known';
}

/** The share at each year end, and what lacks to the straight line from the opening to the target. */
function trajectoryOf(
  { isMember, target, date, basis }: Path,
  workforce: ReportedWorkforce,
): readonly TrajectoryPoint[] {
  const months = yearEndMonths(workforce);
  const start = months[0] ?? '';
  const opening = shareOn(basis, countsAt(workforce, 0, isMember));
  return months.map((month, place) => {
    const counts = countsAt(workforce, place, isMember);
    const share = shareOn(basis, counts);
    const way = date > start ? Math.min(1, monthsBetween(start, month) / monthsBetween(start, date)) : 1;
    const onStraightLine = opening === null || target === null ? null : opening + (target - opening) * way;
    const gap = share === null || onStraightLine === null ? null : share - onStraightLine;
    const people = counts.characteristic + counts.reference + (basis === 'all' ? counts.unknown : 0);
    return { month, share, onStraightLine, gap, missing: gap === null ? null : Math.max(0, -gap) * people };
  });
}

function shareOn(basis: 'all' | 'known', counts: ClassCounts): number | null {
  const { ofAll, ofKnown } = classShares(counts);
  return basis === 'all' ? ofAll : ofKnown;
}

/** Simulated month (0 follows the baseline) that is the first at or after the month given. */
function firstMonthFrom(month: string, monthEnds: readonly string[]): number {
  const found = monthEnds.findIndex((end, place) => place > 0 && end >= month);
  return found < 0 ? monthEnds.length : found - 1;
}

/**
 * Share of the people of a scope at the baseline who are still in post at a month end, by the leaver rates
 * of their groups: `prod (1 - q)^(months / 12)`, weighted by people. Moves out of the scope are not in it.
 */
function stillThere(isMember: Membership, month: number, context: CompileContext): number {
  const { groups, input, assumptions } = context;
  const cellsABand = input.ageBands.length * input.ethnicities.length;
  let people = 0;
  let stayed = 0;
  for (const { group, headcount } of groups) {
    const own = headcount.reduce(
      (sum, heads, cell) =>
        isMember(group, input.bands[Math.floor(cell / cellsABand)] ?? '') ? sum + heads : sum,
      0,
    );
    const rates = assumptions.monthly('retention.leaver-rate', group.code).slice(0, month);
    people += own;
    stayed += own * rates.reduce((product, rate) => product * (1 - monthlyProbability(rate)), 1);
  }
  return people > 0 ? stayed / people : 1;
}

function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
