import { PROMISED, type PlanConflict, type Settled } from '../plan';
import type { SystemCourse } from './column-generation';
import type { SharedRow } from './shared-conflict';
import type { PlannedSystem, SystemOffer, SystemProblem } from './system-problem';
import type { SystemsInTurn } from './systems-in-turn';

/** What a system does by itself: where the decomposition begins. */
export interface EvenPart extends SystemCourse {
  /** Objective within its even part, beyond the present plan; null where it cannot keep to that. */
  readonly onItsOwn: number | null;
  /** Why it has no offer, where it has none. */
  readonly conflict: PlanConflict | null;
  /** Levers without a most that make it cheaper without end. */
  readonly endless: readonly string[];
}

export type EvenParts = readonly EvenPart[];

/** How often the engine may be surveyed for a system by itself. */
const SURVEYS = 3;

/**
 * Each system with its even part of every shared limit: by what it has as planned, of a lever's units by its heads. What
 * it finds is its first offer, beside the present plan; a system that cannot keep to its part begins from what is best
 * without.
 */
export async function evenParts(
  turns: SystemsInTurn,
  rows: readonly SharedRow[],
  planned: readonly PlannedSystem[],
): Promise<EvenParts> {
  const shared = rows.map(({ limit }) => limit);
  const totals = rows.map((_, row) => planned.reduce((sum, { sizes }) => sum + (sizes[row] ?? 0), 0));
  return turns.each({ stage: 'even-part', shared }, (problem, place) => {
    const given = rows.map(({ row }, each) => {
      const total = totals[each] ?? 0;
      const size = planned[place]?.sizes[each] ?? 0;
      return row.bound * (total > 0 ? size / total : 1 / planned.length);
    });
    return evenPart(problem, given);
  });
}

function evenPart(problem: SystemProblem, given: readonly number[]): EvenPart {
  const none = new Float64Array(problem.model.columns.length);
  const settled = problem.bestWithin(given, { amounts: none, sensitivities: null, surveys: SURVEYS });
  if (settled.isUnbounded) return { ...partOf(settled), endless: problem.endless() };
  const own = problem.offer(settled);
  const isKept = own !== null && settled.breach <= PROMISED;
  const offers = [own, problem.unchanged()].filter((each): each is SystemOffer => each !== null);
  const part = { ...partOf(settled), offers, onItsOwn: isKept ? own.objective : null };
  if (offers.length > 0) return part;
  const { sensitivities } = settled;
  const closest = problem.bestFor([], 'objective', { amounts: none, sensitivities, surveys: 1 });
  const alone = problem.offer(closest);
  return alone === null
    ? { ...part, conflict: problem.conflict(closest) }
    : { ...part, offers: [alone], sensitivities: closest.sensitivities };
}

function partOf({ sensitivities }: Settled): EvenPart {
  return { sensitivities, offers: [], onItsOwn: null, conflict: null, endless: [] };
}
