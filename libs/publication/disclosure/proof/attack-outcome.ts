import type { LinearSolver } from '#linear-programming';
import { Attack } from '../attack';
import type { AttackedSystem, AttackEffort, CellKnowledge } from '../block-attack';
import type { ProtectedCell } from '../constraint-system';
import type { Interval } from '../disclosure-rule';
import { propagateIntervals } from '../interval-propagation';

const TOLERANCE = 1e-6;

/** A published system with the truth behind it, for measuring what an attacker gets. */
export interface AttackedTables {
  readonly attacked: AttackedSystem;
  readonly protectedCells: readonly ProtectedCell[];
  /** True sums of the first constraints: the published cells. */
  readonly truth: readonly number[];
}

/** What an attacker gets. */
export interface AttackOutcome {
  readonly protectedCells: number;
  /** Cells of which exactly one value is possible. */
  readonly exactRecoveries: number;
  /** Cells of which less is possible than the legend says; exact recoveries included. */
  readonly narrowerThanLegend: number;
  /** Bounds, from legend, propagation or programs, with the truth outside: a defect of the attack. */
  readonly missedTruth: number;
  /** Cells that propagation alone gave away. */
  readonly byPropagation: number;
  readonly effort: AttackEffort;
}

/**
 * Attacks published tables: bounds by propagation first, then worlds (those offered count as far as they fit what
 * is published), and programs for what these leave open.
 */
export function attackOutcome(
  tables: AttackedTables,
  solver: LinearSolver,
  worlds: Attack['worlds'] = [],
): AttackOutcome {
  const { attacked, protectedCells, truth } = tables;
  const bounds = propagateIntervals(attacked.system);
  const propagated = protectedCells.flatMap((cell) => exactByPropagation(cell, bounds));
  const isKnown = new Set(propagated.map(({ constraint }) => constraint));
  const open = protectedCells.filter(({ constraint }) => !isKnown.has(constraint));
  const attack = new Attack(attacked, open, solver);
  try {
    attack.offer(worlds);
    const known = [...propagated, ...attack.examine()];
    return {
      protectedCells: protectedCells.length,
      exactRecoveries: known.filter(({ low, high }) => low === high).length,
      narrowerThanLegend: known.length,
      missedTruth: missed(truth, bounds) + known.filter((cell) => misses(cell, tables)).length,
      byPropagation: propagated.length,
      effort: attack.effort,
    };
  } finally {
    attack.close();
  }
}

function exactByPropagation(
  { constraint, isWhole }: ProtectedCell,
  bounds: readonly Interval[],
): readonly CellKnowledge[] {
  const { low, high } = bounds[constraint] ?? { low: 0, high: Infinity };
  const least = Math.ceil(low - TOLERANCE);
  const isExact = isWhole && least === Math.floor(high + TOLERANCE);
  return isExact ? [{ constraint, low: least, high: least, heldBy: [] }] : [];
}

function missed(truth: readonly number[], bounds: readonly Interval[]): number {
  return truth.filter((value, place) => {
    const { low, high } = bounds[place] ?? { low: 0, high: Infinity };
    return value < low - TOLERANCE || value > high + TOLERANCE;
  }).length;
}

function misses({ constraint, low, high }: CellKnowledge, { truth }: AttackedTables): boolean {
  const whole = Math.floor((truth[constraint] ?? 0) + 0.5);
  return whole < low || whole > high;
}
