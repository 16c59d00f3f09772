import type { Constraint, LinearSolver, SolvedPoint, Variable } from '#linear-programming';

/** What a system offers: a whole plan of its own, as the master program sees it. */
export interface Offer {
  /** In the unit of the objective, beyond the present plan. */
  readonly objective: number;
  /** What it takes of each shared limit. */
  readonly use: ArrayLike<number>;
}

/** A shared limit in a form that adds up. */
export interface MasterLimit {
  readonly sense: 'at-most' | 'at-least';
  readonly bound: number;
  /** What a breach is relative to. */
  readonly scale: number;
}

/** The best mix of the systems' offers. */
export interface Mix {
  /** `reach`: the offers so far cannot keep all shared limits, and prices are those of the breach. */
  readonly phase: 'reach' | 'best';
  /** Weight of each system's offers; they sum to 1. */
  readonly weights: readonly (readonly number[])[];
  /** By how much each shared limit is broken, relative. */
  readonly breach: readonly number[];
  /** Of the phase: the sum of breaches, or the objective. */
  readonly value: number;
  /** What one more of a limit's figure costs the others, in the unit of the value. */
  readonly charges: readonly number[];
  /** Most that an offer of each system may come to, charges included, and still be worth having. */
  readonly worth: readonly number[];
}

/** Breaches below this are rounding. */
export const NO_BREACH = 1e-7;
const PROGRAMS = { integerNodes: 1, changes: 'bounds' } as const;

/**
 * The master program of Dantzig and Wolfe: a weighted mean of each system's offers, so that shared limits are kept and
 * the objective is least. The sum of relative breaches is made least first, and only then the objective: offers that
 * cannot keep the limits yet are no proof that nothing can.
 * Source: G. B. Dantzig and P. Wolfe, Operations Research 8 (1960) 101 to 111.
 *
 * @throws Error where the solver gives up
 */
export function bestMix(
  solver: LinearSolver,
  systems: readonly (readonly Offer[])[],
  limits: readonly MasterLimit[],
): Mix {
  const places = placesOf(systems);
  const offers = systems.flat();
  const unit = unitOf(offers);
  const variables: Variable[] = [
    ...offers.map(() => ({ low: 0, high: 1, isWhole: false })),
    ...limits.map(() => ({ low: 0, high: Infinity, isWhole: false })),
  ];
  const rows = [...limits.map((limit, place) => limitRow(limit, place, offers)), ...places.map(convexity)];
  const program = solver.open(variables, rows, PROGRAMS);
  try {
    const breaches = Float64Array.from(variables, (_, column) => (column < offers.length ? 0 : 1));
    const reach = solved(program.optimise('least', breaches, false));
    if (reach.objective > NO_BREACH) return mixOf('reach', reach, { places, limits, unit: 1 });
    limits.forEach((_, place) => program.boundColumn(offers.length + place, 0, NO_BREACH));
    const costs = Float64Array.from(variables, (_, column) => (offers[column]?.objective ?? 0) / unit);
    return mixOf('best', solved(program.optimise('least', costs, false)), { places, limits, unit });
  } finally {
    program.close();
  }
}

function solved(outcome: ReturnType<ReturnType<LinearSolver['open']>['optimise']>): SolvedPoint {
  if (outcome.status !== 'optimal') throw new Error(`the master program is ${outcome.status}`);
  return outcome.point;
}

/** Columns of each system's offers. */
function placesOf(systems: readonly (readonly Offer[])[]): readonly (readonly number[])[] {
  let next = 0;
  return systems.map((offers) => offers.map(() => next++));
}

/** Programs of coefficients near 1 are solved reliably. */
function unitOf(offers: readonly Offer[]): number {
  return Math.max(1, ...offers.map(({ objective }) => Math.abs(objective)));
}

function limitRow({ sense, bound, scale }: MasterLimit, place: number, offers: readonly Offer[]): Constraint {
  const isMost = sense === 'at-most';
  return {
    columns: [...offers.keys(), offers.length + place],
    weights: [...offers.map(({ use }) => (use[place] ?? 0) / scale), isMost ? -1 : 1],
    low: isMost ? -Infinity : bound / scale,
    high: isMost ? bound / scale : Infinity,
  };
}

function convexity(columns: readonly number[]): Constraint {
  return { columns, low: 1, high: 1 };
}

interface Meaning {
  readonly places: readonly (readonly number[])[];
  readonly limits: readonly MasterLimit[];
  /** Of one in the objective of the program. */
  readonly unit: number;
}

function mixOf(
  phase: Mix['phase'],
  { columns, rowPrices, objective }: SolvedPoint,
  { places, limits, unit }: Meaning,
): Mix {
  const offers = places.reduce((sum, own) => sum + own.length, 0);
  return {
    phase,
    value: objective * unit,
    weights: places.map((own) => own.map((place) => Math.max(0, columns[place] ?? 0))),
    breach: limits.map((_, place) => Math.max(0, columns[offers + place] ?? 0)),
    charges: limits.map(({ scale }, place) => (-(rowPrices[place] ?? 0) * unit) / scale),
    worth: places.map((_, system) => (rowPrices[limits.length + system] ?? 0) * unit),
  };
}
