import type { PlanProposal } from '../plan';
import type { SystemCourse } from './column-generation';
import type { Mix } from './master-program';
import type { SharedFigure } from './shared-figures';
import type { SharedRow } from './shared-conflict';
import type { SystemsInTurn } from './systems-in-turn';

/** A system's plan within what the mix gives it. */
export interface GivenPart {
  readonly amounts: Float64Array;
  /** What it takes of each shared limit, or what it is given where that is more. */
  readonly taken: readonly number[];
  /** Beyond the present plan. */
  readonly objective: number;
}

/** The same, confirmed by whole projections from nothing. */
export interface ConfirmedPart {
  readonly proposal: PlanProposal;
  readonly figures: readonly SharedFigure[];
  readonly objective: number;
}

interface Given {
  readonly rows: readonly SharedRow[];
  readonly courses: readonly SystemCourse[];
  readonly mix: Mix;
}

/** How often the engine may be surveyed once more. */
const SURVEYS = 1;

/**
 * Each system with the part of every shared limit that the mix gives it, from its own mean of its offers on: amounts
 * are whole where they must be, and what a system leaves of its part, or takes beyond it, goes to the next. What it finds
 * is a further offer.
 */
export async function givenParts(
  turns: SystemsInTurn,
  { rows, courses, mix }: Given,
): Promise<readonly GivenPart[]> {
  const means = courses.map(({ offers }, system) =>
    rows.map((_, row) =>
      offers.reduce((sum, { use }, place) => sum + (mix.weights[system]?.[place] ?? 0) * (use[row] ?? 0), 0),
    ),
  );
  let left = rows.map(({ row }, each) => means.reduce((room, mean) => room - (mean[each] ?? 0), row.bound));
  const shared = rows.map(({ limit }) => limit);
  return turns.each({ stage: 'given-part', shared }, (problem, system) => {
    const course = courses[system] as SystemCourse;
    const given = (means[system] ?? []).map((mean, row) => mean + (left[row] ?? 0));
    const amounts = problem.between(course.offers, mix.weights[system] ?? []);
    const { sensitivities } = course;
    const settled = problem.bestWithin(given, { amounts, sensitivities, surveys: SURVEYS });
    course.sensitivities = settled.sensitivities;
    const { use, objective } = problem.taken(settled);
    const offer = problem.offer(settled);
    if (offer !== null) course.offers.push(offer);
    left = given.map((most, row) => most - (use[row] ?? 0));
    const taken = given.map((end, row) => {
      const own = use[row] ?? 0;
      return rows[row]?.row.sense === 'at-most' ? Math.max(end, own) : Math.min(end, own);
    });
    return { amounts: settled.amounts, taken, objective };
  });
}

/** The systems' plans, explained and confirmed. */
export async function confirmedParts(
  turns: SystemsInTurn,
  { rows, courses }: Pick<Given, 'rows' | 'courses'>,
  parts: readonly GivenPart[],
): Promise<readonly ConfirmedPart[]> {
  const shared = rows.map(({ limit }) => limit);
  return turns.each({ stage: 'confirmed', shared }, (problem, system) => {
    const { amounts, taken } = parts[system] as GivenPart;
    const { sensitivities } = courses[system] as SystemCourse;
    return {
      proposal: problem.proposal(taken, amounts, sensitivities),
      ...problem.confirmed(amounts),
    };
  });
}
