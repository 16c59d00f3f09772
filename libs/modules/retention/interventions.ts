import { combinedEffect, coverageInMonth, type RetentionIntervention } from '#engine';

import { placeOfMonth, type Timeline } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { RETENTION_INTERVENTIONS } from './interventions.register';

/** An intervention as the projection reads it. */
export interface Intervention extends RetentionIntervention {
  readonly id: string;
  readonly name: string;
  /** Null where it is for every staff group. */
  readonly staffGroup: string | null;
  /** Relative change of the WTE per head of those covered. */
  readonly participationChange: number;
  readonly poundsAYear: number;
  readonly evidence: string;
}

/** The interventions of an input, in the order in which they were entered. */
export function interventionsOf(
  input: Pick<ProjectionInput, 'registers'>,
  timeline: Pick<Timeline, 'monthEnds'>,
): readonly Intervention[] {
  return registerRows(input, RETENTION_INTERVENTIONS).map((row) => interventionOf(row, timeline));
}

function interventionOf(row: RegisterRow, timeline: Pick<Timeline, 'monthEnds'>): Intervention {
  const startMonth = row.text('startMonth');
  return {
    id: row.id,
    name: row.text('name'),
    staffGroup: row.optionalText('staffGroup'),
    effect: row.number('effect'),
    coverage: row.number('coverage'),
    /** The ramp begins the month before the first one with any coverage. */
    startMonth: placeOfMonth(timeline, startMonth) - 1,
    fullMonth: placeOfMonth(timeline, row.optionalText('fullMonth') ?? startMonth),
    participationChange: row.optionalNumber('participationChange') ?? 0,
    poundsAYear: row.number('costAYear'),
    evidence: row.text('evidence'),
  };
}

/** Interventions that act on a staff group. */
export function interventionsFor(
  interventions: readonly Intervention[],
  staffGroup: string,
): readonly Intervention[] {
  return interventions.filter((each) => each.staffGroup === null || each.staffGroup === staffGroup);
}

/** Share by which the hazard of leaving of one's own accord is lower, by simulated month. */
export function reductionByMonth(
  interventions: readonly RetentionIntervention[],
  months: number,
): readonly number[] {
  return Array.from({ length: months }, (_, month) => combinedEffect(interventions, month));
}

/**
 * Factor on WTE per head of each month: what is covered in the month over what was covered the month
 * before, `prod_i (1 + change_i coverage_i(t)) / prod_i (1 + change_i coverage_i(t-1))`.
 */
export function participationFactors(
  interventions: readonly Intervention[],
  months: number,
): readonly number[] {
  if (interventions.length === 0) return new Array<number>(months).fill(1);
  const level = (month: number): number =>
    interventions.reduce(
      (product, each) => product * (1 + each.participationChange * coverageInMonth(each, month)),
      1,
    );
  return Array.from({ length: months }, (_, month) => level(month) / level(month - 1));
}

/** Pounds of an intervention over the months from `from` up to but not including `to`. */
export function interventionCost(
  { startMonth, poundsAYear }: Pick<Intervention, 'startMonth' | 'poundsAYear'>,
  from: number,
  to: number,
): number {
  const months = Math.max(0, to - Math.max(from, startMonth + 1));
  return (poundsAYear / 12) * months;
}
