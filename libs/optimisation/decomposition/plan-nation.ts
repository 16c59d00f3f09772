import type { LinearSolver } from '#linear-programming';
import { PROMISED, scaleOf, unitOfLimit, type Limit } from '../plan';
import { ColumnGeneration } from './column-generation';
import { evenParts, type EvenParts } from './even-parts';
import { confirmedParts, givenParts, type GivenPart } from './given-parts';
import type { Mix } from './master-program';
import type { Gap, NationalPlan, SharedConflict, SharedOutcome, SystemOutcome } from './national-plan';
import type { NationalControl, NationalRequest, NationalSystem } from './national-request';
import { additive, sharedScale, togetherOf, type SharedFigure } from './shared-figures';
import { sharedConflict, withRoom, type SharedRow } from './shared-conflict';
import type { PlannedSystem } from './system-problem';
import { SystemsInTurn } from './systems-in-turn';

/** Breaches of shared limits below this are none; the bar of the product is ten times it. */
const REACHED = 5e-4;
/** How often what the systems make of their parts is offered anew. */
const MOST_PASSES = 4;

/**
 * The plan of a nation: the best by the objective among those in which every system keeps its own limits and all
 * together keep the shared ones, found by decomposition, each system on the real engine; or why there is none.
 *
 * @throws RangeError without a system, or if a lever or limit asks for what the projections have not
 */
export async function planNation(
  solver: LinearSolver,
  systems: readonly NationalSystem[],
  { objective, shared }: NationalRequest,
  control: NationalControl,
): Promise<NationalPlan> {
  if (systems.length === 0) throw new RangeError('there is no system to plan for');
  const turns = new SystemsInTurn(solver, systems, objective, control);
  const asked = shared.map(({ limit }) => limit);
  const planned = await turns.each({ stage: 'as-planned', shared: asked }, (problem) => problem.asPlanned());
  const rows = shared.map((each, place) => rowOf(each, place, planned));
  const even = await evenParts(turns, rows, planned);
  const alone = wrongAlone(even, systems);
  if (alone !== null) return alone;
  const search = { courses: even, rows, planned };
  const { parts: given, bound, ...best } = await found(solver, turns, search);
  const parts = await confirmedParts(turns, { rows: best.rows, courses: even }, given);
  const outcomes = systems.map(({ code, name }, place): SystemOutcome => {
    const { organisations, figures } = planned[place] as PlannedSystem;
    const { proposal, figures: after, objective: own } = parts[place] as (typeof parts)[number];
    const shared = rows.map(({ limit }, row) => ({
      asPlanned: togetherOf(limit, [figures[row] as SharedFigure]),
      confirmed: togetherOf(limit, [after[row] as SharedFigure]),
    }));
    const onItsOwn = even[place]?.onItsOwn ?? null;
    return { code, name, organisations, onItsOwn, objective: own, shared, proposal };
  });
  const kept = rows.map((row, place) =>
    sharedOutcome(row, place, { before: planned, after: parts, mix: best.mix }),
  );
  const isKept =
    kept.every(({ breach }) => breach <= PROMISED) &&
    outcomes.every(({ proposal }) => proposal.outcome === 'solved');
  return {
    outcome: best.conflict === null && isKept ? 'solved' : 'infeasible',
    shared: kept,
    systems: outcomes,
    conflict: best.conflict,
    gap: gapOf(objectiveOf(outcomes), bound),
    work: { rounds: turns.rounds, evaluations: turns.evaluations },
  };
}

function rowOf(
  { limit, basis }: NationalRequest['shared'][number],
  place: number,
  planned: readonly PlannedSystem[],
): SharedRow {
  const figures = planned.map(({ figures: own }) => own[place] as SharedFigure);
  const size =
    limit.kind === 'share'
      ? togetherOf(limit, figures)
      : planned.reduce((sum, { sizes }) => sum + (sizes[place] ?? 0), 0);
  const bound = basis === 'of-size' ? limit.bound * size : limit.bound;
  const bounded: Limit = { ...limit, bound };
  const whole = limit.kind === 'share' ? figures.reduce((sum, figure) => sum + figure.whole, 0) : 1;
  const { sense, bound: end } = additive(bounded);
  return { limit: bounded, whole, row: { sense, bound: end, scale: sharedScale(bounded, whole) } };
}

function wrongAlone(even: EvenParts, systems: readonly NationalSystem[]): NationalPlan | null {
  const endless = [...new Set(even.flatMap((each) => each.endless))];
  if (endless.length > 0) return { outcome: 'unbounded', endless };
  const conflicts = even.flatMap(({ offers, conflict }, place) => {
    const { code = '', name = '' } = systems[place] ?? {};
    return offers.length === 0 ? [{ code, name, conflict }] : [];
  });
  return conflicts.length > 0 ? { outcome: 'system-infeasible', conflicts } : null;
}

interface Found {
  readonly mix: Mix;
  readonly parts: readonly GivenPart[];
  readonly bound: number;
  readonly conflict: SharedConflict | null;
  /** As they can be kept. */
  readonly rows: readonly SharedRow[];
}

interface Search {
  readonly courses: EvenParts;
  readonly rows: readonly SharedRow[];
  readonly planned: readonly PlannedSystem[];
}

/** First within reach of the shared limits, or as near as can be, then to the best. */
async function found(
  solver: LinearSolver,
  turns: SystemsInTurn,
  { courses, rows, planned }: Search,
): Promise<Found> {
  const common = {
    courses,
    shared: rows.map(({ limit }) => limit),
    size: planned.reduce((sum, { objective }) => sum + Math.abs(objective), 0),
  };
  const generation = (each: readonly SharedRow[], phase: Mix['phase']): ColumnGeneration =>
    new ColumnGeneration(solver, turns, {
      ...common,
      ...{ phase, only: null, limits: each.map(({ row }) => row) },
    });
  const reach = generation(rows, 'reach');
  const reached = await reach.generate();
  const isFar = reached.phase === 'reach' && reached.breach.some((each) => each > REACHED);
  const conflict = isFar ? await sharedConflict(solver, turns, { ...common, rows }, reached) : null;
  const reachable = reached.phase === 'reach' ? withRoom(rows, reached) : rows;
  const best = generation(reachable, 'best');
  const { mix, parts } = await settled(turns, best, { courses, rows: reachable });
  return {
    ...{ mix, parts, conflict, rows: reachable },
    bound: best.bound(),
  };
}

/**
 * Mixes are means, and the engine bends: what each system makes of its part may be better than the mix has it. It is
 * offered then, and the search goes on, as long as that helps.
 */
async function settled(
  turns: SystemsInTurn,
  best: ColumnGeneration,
  { courses, rows }: Pick<Search, 'courses' | 'rows'>,
): Promise<Pick<Found, 'mix' | 'parts'>> {
  let least: Pick<Found, 'mix' | 'parts'> | null = null;
  for (let pass = 1; ; pass += 1) {
    const mix = await best.generate();
    const parts = await givenParts(turns, { rows, courses, mix });
    const value = objectiveOf(parts);
    const tolerance = best.tolerance(value);
    const isBetter = least === null || value < objectiveOf(least.parts) - tolerance;
    if (least === null || value < objectiveOf(least.parts)) least = { mix, parts };
    const isTrue = Math.abs(value - mix.value) <= tolerance && value - best.bound() <= 2 * tolerance;
    if (isTrue || !isBetter || pass === MOST_PASSES) return least;
  }
}

function objectiveOf(parts: readonly { readonly objective: number }[]): number {
  return parts.reduce((sum, { objective }) => sum + objective, 0);
}

interface Figures {
  readonly figures: readonly SharedFigure[];
}

function sharedOutcome(
  { limit, whole }: SharedRow,
  place: number,
  {
    before,
    after,
    mix,
  }: { readonly before: readonly Figures[]; readonly after: readonly Figures[]; readonly mix: Mix },
): SharedOutcome {
  const of = (systems: readonly Figures[]): number =>
    togetherOf(
      limit,
      systems.map(({ figures }) => figures[place] as SharedFigure),
    );
  const confirmed = of(after);
  const beyond = limit.sense === 'at-most' ? confirmed - limit.bound : limit.bound - confirmed;
  const charge = mix.phase === 'best' ? (mix.charges[place] ?? 0) : 0;
  const perUnit = Math.abs(charge) * (limit.kind === 'share' ? 0.01 * whole : 1);
  return {
    key: limit.key,
    label: limit.label,
    unit: unitOfLimit(limit),
    sense: limit.sense,
    bound: limit.bound,
    asPlanned: of(before),
    confirmed,
    breach: beyond / scaleOf(limit),
    price: perUnit > 1e-6 ? -perUnit : 0,
  };
}

function gapOf(value: number, bound: number): Gap {
  const missing = Math.max(0, value - bound);
  return { value, bound, share: missing === 0 ? 0 : missing / Math.max(1e-9, Math.abs(value)) };
}
