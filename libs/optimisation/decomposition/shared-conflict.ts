import type { LinearSolver } from '#linear-programming';
import { unitOfLimit, type Limit, type Relaxation } from '../plan';
import { ColumnGeneration, type Generation } from './column-generation';
import { NO_BREACH, type MasterLimit, type Mix } from './master-program';
import type { SharedConflict } from './national-plan';
import type { SystemsInTurn } from './systems-in-turn';

/** A shared limit in words and as the master program has it. */
export interface SharedRow {
  readonly limit: Limit;
  readonly row: MasterLimit;
  /** Of a share, the size of its whole as planned; 1 else. */
  readonly whole: number;
}

/** Limits of a conflict that are looked at one by one: those that weigh most. */
const MOST_ALONE = 4;

/**
 * Why the systems cannot keep all shared limits, from the mix that comes closest: the limits with a price contradict one
 * another. How far each alone would have to give way is found by further offers.
 */
export async function sharedConflict(
  solver: LinearSolver,
  turns: SystemsInTurn,
  {
    rows,
    ...search
  }: Pick<Generation, 'courses' | 'shared' | 'size'> & { readonly rows: readonly SharedRow[] },
  { charges, breach }: Mix,
): Promise<SharedConflict> {
  const weightOf = (place: number): number => Math.abs(charges[place] ?? 0) * (rows[place]?.row.scale ?? 1);
  const conflicting = [...rows.keys()].filter((place) => weightOf(place) > NO_BREACH);
  const heaviest = [...conflicting]
    .sort((one, other) => weightOf(other) - weightOf(one))
    .slice(0, MOST_ALONE);
  const alone: Relaxation[] = [];
  for (const place of conflicting.filter((each) => heaviest.includes(each))) {
    const limits = rows.map(({ row }, each) => (each === place ? withoutBound(row) : row));
    const asked = { ...search, limits };
    await new ColumnGeneration(solver, turns, { ...asked, phase: 'reach', only: null }).generate();
    const least = await new ColumnGeneration(solver, turns, {
      ...asked,
      phase: 'best',
      only: place,
    }).generate();
    const { row } = rows[place] as SharedRow;
    const sign = row.sense === 'at-most' ? 1 : -1;
    if (least.phase === 'best') alone.push(relaxed(rows[place] as SharedRow, sign * least.value * row.scale));
  }
  return {
    between: conflicting.map((place) => (rows[place] as SharedRow).limit.label),
    together: rows.flatMap((each, place) => {
      const given = breach[place] ?? 0;
      return given > NO_BREACH ? [relaxed(each, boundBeyond(each.row, given * each.row.scale))] : [];
    }),
    alone,
  };
}

/** Bounds given way by what they are broken by, and rounding. */
export function withRoom(rows: readonly SharedRow[], { breach }: Mix): readonly SharedRow[] {
  return rows.map((each, place) => {
    const given = ((breach[place] ?? 0) + ROUNDING) * each.row.scale;
    return { ...each, row: { ...each.row, bound: boundBeyond(each.row, given) } };
  });
}

const ROUNDING = 1e-6;

function withoutBound(row: MasterLimit): MasterLimit {
  return { ...row, bound: row.sense === 'at-most' ? Infinity : -Infinity };
}

function boundBeyond({ sense, bound }: MasterLimit, given: number): number {
  return sense === 'at-most' ? bound + given : bound - given;
}

/** The bound in the words of the limit: of a share, from what its part may exceed. */
function relaxed({ limit, whole }: SharedRow, bound: number): Relaxation {
  const reachable = limit.kind === 'share' ? limit.bound + bound / whole : bound;
  const { key, label } = limit;
  return { key, label, unit: unitOfLimit(limit), bound: limit.bound, reachable };
}
