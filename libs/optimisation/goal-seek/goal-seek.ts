import { parameterByKey } from '#modules/registry';
import { valuesOf, type Lever, type LeverAmounts, type OrganisationModel, type Quantity } from '../model';
import { bracketedRoot, type Bracket } from './bracketed-root';

/** The assumption to be solved for: one value for all its years. */
export type SoughtValue =
  | {
      readonly kind: 'assumption';
      readonly parameter: string;
      readonly staffGroup: string;
    }
  /** The number a year in an entry of a register that the answer adds. */
  | { readonly kind: 'register-number'; readonly lever: Lever };

/** What is to be reached: a weighted sum of figures of the projection. */
export interface SoughtTarget {
  readonly label: string;
  readonly terms: readonly { readonly quantity: Quantity; readonly weight: number }[];
  readonly sense: 'exactly' | 'at-most' | 'at-least';
  readonly value: number;
  /** A value this near counts as reached, in the unit of the figure. */
  readonly tolerance: number;
}

/** A question: which value makes the projection reach the target? */
export interface GoalQuestion {
  readonly sought: SoughtValue;
  /** Bounds of the planner. */
  readonly low: number;
  readonly high: number;
  /** Years of the round that have the value, from and to, counted from 0. */
  readonly fromYear: number;
  readonly toYear: number;
  readonly target: SoughtTarget;
}

/** A value and what the projection makes of it. */
export interface TriedValue {
  readonly value: number;
  readonly figure: number;
}

/** The answer. */
export interface GoalAnswer {
  readonly outcome: 'met-already' | 'solved' | 'not-reachable' | 'without-effect';
  /** Value in force at present, of the first year asked about. */
  readonly current: TriedValue;
  /** The value that reaches the target, nearest to the present one; where none does, the one that comes closest. */
  readonly best: TriedValue;
  /** What is missing to the target at the best value; 0 where it is reached. */
  readonly missing: number;
  /** Other values within the bounds that reach it too: the figure does not go one way only. */
  readonly others: readonly number[];
  /** True where the figure goes one way over the bounds. */
  readonly isMonotone: boolean;
  /** Values tried over the bounds, for a picture. */
  readonly tried: readonly TriedValue[];
}

/** Values over the bounds at which the figure is looked at first; a root between two without a change of sign is refined. */
const LOOKS = 17;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const GOLDEN_STEPS = 40;
/** Relative to the bounds. */
const ARGUMENT_TOLERANCE = 1e-9;

/** What the figure is at a value of the assumption, on the real engine. */
export interface SoughtFunction {
  readonly current: number;
  readonly figureAt: (value: number) => number;
  /** Amounts at an organisation that the value stands for. */
  readonly amountsOf: (model: OrganisationModel, value: number) => LeverAmounts;
}

/** Lever of a goal: an assumption moves by units of 1. */
export function leverOf(question: GoalQuestion, years: number): Lever {
  const { sought } = question;
  if (sought.kind === 'register-number') return sought.lever;
  return {
    key: 'sought',
    label: parameterByKey(sought.parameter)?.label ?? sought.parameter,
    unit: 'unit',
    action: { ...sought, effect: 1 },
    staffGroup: sought.staffGroup,
    most: new Array<null>(years).fill(null),
    mostPer: 'organisation',
    ramp: null,
    leadMonths: 0,
    unitCost: 0,
    costPer: 'organisation',
    wholeUpTo: 0,
    pool: null,
    funded: 'own-means',
  };
}

/**
 * The figure as a function of the sought value, summed over organisations. All take the same value of an assumption; the
 * number of a register's entry is of all together, shared out by their people in the lever's staff group.
 */
export function soughtFunction(models: readonly OrganisationModel[], question: GoalQuestion): SoughtFunction {
  const { sought, target, fromYear, toYear } = question;
  const [first] = models;
  if (first === undefined) throw new RangeError('there is no organisation to solve for');
  const { years } = first.input.calendar;
  const { key } = leverOf(question, years);
  const valueOfYear = ({ input }: OrganisationModel, year: number): number =>
    sought.kind === 'assumption'
      ? (valuesOf(input.assumptions, sought.parameter, sought.staffGroup)[year + 1] ?? 0)
      : 0;
  const { staffGroup } = leverOf(question, years);
  const heads = models.reduce((sum, model) => sum + model.headcountOf(staffGroup), 0);
  const shareOf = (model: OrganisationModel): number =>
    sought.kind === 'assumption' || heads === 0 ? 1 : model.headcountOf(staffGroup) / heads;
  const amountsFor = (model: OrganisationModel, value: number): LeverAmounts => ({
    [key]: Array.from({ length: years }, (_, year) =>
      year < fromYear || year > toYear ? 0 : value * shareOf(model) - valueOfYear(model, year),
    ),
  });
  const keys = first.quantities.map((quantity) => JSON.stringify(quantity));
  const weights = target.terms.map(
    ({ quantity, weight }) => [keys.indexOf(JSON.stringify(quantity)), weight] as const,
  );
  return {
    current: valueOfYear(first, fromYear),
    figureAt: (value) =>
      models.reduce((sum, model) => {
        const values = model.valuesAt(amountsFor(model, value));
        return sum + weights.reduce((part, [place, weight]) => part + weight * (values[place] ?? NaN), 0);
      }, 0),
    amountsOf: amountsFor,
  };
}

/**
 * Solves one assumption for one target on the projection itself. The figure is looked at over the bounds, so that
 * several roots, none, and a figure that turns within the bounds are seen; each change of sign is then solved by a
 * bracketed method. Of several roots the one nearest to the present value is the answer.
 *
 * @throws RangeError if the bounds are out of order
 */
export function seekGoal(sought: SoughtFunction, question: GoalQuestion): GoalAnswer {
  const { low, high, target } = question;
  if (!(low < high)) throw new RangeError(`the bounds ${low} and ${high} are out of order`);
  const figureAt = remembered(sought.figureAt);
  const current = { value: sought.current, figure: figureAt(sought.current) };
  const tried = looksOver(low, high).map((value) => ({ value, figure: figureAt(value) }));
  const answer = { current, tried, isMonotone: isMonotone(tried) };
  if (missingOf(current.figure, target) <= target.tolerance) {
    return { ...answer, outcome: 'met-already', best: current, missing: 0, others: [] };
  }
  if (hasNoEffect(tried)) {
    const missing = missingOf(current.figure, target);
    return { ...answer, outcome: 'without-effect', best: current, missing, others: [] };
  }
  const signed = (value: number): number => distanceOf(figureAt(value), target);
  const roots = rootsOf(signed, tried, target);
  const nearest = [...roots].sort(
    (left, right) => Math.abs(left - current.value) - Math.abs(right - current.value),
  );
  const value = nearest[0] ?? closest(signed, tried, target);
  const best = { value, figure: figureAt(value) };
  const missing = missingOf(best.figure, target);
  const isReached = missing <= target.tolerance;
  return {
    ...answer,
    outcome: isReached ? 'solved' : 'not-reachable',
    best,
    missing: isReached ? 0 : missing,
    others: nearest.slice(1),
  };
}

function remembered(figureAt: (value: number) => number): (value: number) => number {
  const known = new Map<number, number>();
  return (value) => {
    const figure = known.get(value) ?? figureAt(value);
    known.set(value, figure);
    return figure;
  };
}

function looksOver(low: number, high: number): readonly number[] {
  return Array.from({ length: LOOKS }, (_, place) =>
    place === LOOKS - 1 ? high : low + ((high - low) * place) / (LOOKS - 1),
  );
}

/** Below 0 (by the half of the tolerance) where an inequality is met: its root is where it just is. */
function distanceOf(figure: number, { sense, value, tolerance }: SoughtTarget): number {
  if (sense === 'at-least') return value - figure - tolerance / 2;
  return sense === 'at-most' ? figure - value - tolerance / 2 : figure - value;
}

function missingOf(figure: number, { sense, value }: SoughtTarget): number {
  if (sense === 'exactly') return Math.abs(figure - value);
  return Math.max(0, sense === 'at-least' ? value - figure : figure - value);
}

function isMonotone(tried: readonly TriedValue[]): boolean {
  const scale = Math.max(...tried.map(({ figure }) => Math.abs(figure)), 1e-12);
  const steps = tried.slice(1).map(({ figure }, place) => figure - (tried[place]?.figure ?? NaN));
  const moving = steps.filter((step) => Math.abs(step) > 1e-10 * scale);
  return moving.every((step) => step > 0) || moving.every((step) => step < 0);
}

function hasNoEffect(tried: readonly TriedValue[]): boolean {
  const figures = tried.map(({ figure }) => figure);
  const scale = Math.max(...figures.map(Math.abs), 1e-12);
  return Math.max(...figures) - Math.min(...figures) <= 1e-9 * scale;
}

function rootsOf(
  signed: (value: number) => number,
  tried: readonly TriedValue[],
  target: SoughtTarget,
): readonly number[] {
  const tolerance = {
    argument: ARGUMENT_TOLERANCE * ((tried.at(-1)?.value ?? 0) - (tried[0]?.value ?? 0)),
    value: target.tolerance / 4,
  };
  return brackets(signed, tried).map((bracket) => bracketedRoot(signed, bracket, tolerance));
}

/** Neighbouring values of different sign, and those on both sides of a turn that lies between three of one sign. */
function brackets(signed: (value: number) => number, tried: readonly TriedValue[]): readonly Bracket[] {
  const points = tried.map(({ value }) => ({ value, at: signed(value) }));
  const turned = points.flatMap((middle, place) => {
    const [left, right] = [points[place - 1], points[place + 1]];
    if (left === undefined || right === undefined) return [middle];
    const isTurn =
      Math.abs(middle.at) <= Math.abs(left.at) &&
      Math.abs(middle.at) < Math.abs(right.at) &&
      Math.sign(left.at) === Math.sign(middle.at) &&
      Math.sign(right.at) === Math.sign(middle.at);
    if (!isTurn) return [middle];
    const value = nearestToZero(signed, left.value, right.value);
    return [middle, { value, at: signed(value) }].sort((one, two) => one.value - two.value);
  });
  return turned.slice(1).flatMap((point, place) => {
    const before = turned[place];
    if (before === undefined || Math.sign(before.at) === Math.sign(point.at)) return [];
    return [{ low: before.value, high: point.value, atLow: before.at, atHigh: point.at }];
  });
}

/** Where a function that turns once between two values is closest to 0, by golden section. */
function nearestToZero(signed: (value: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < GOLDEN_STEPS; step += 1) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    const [atLeft, atRight] = [signed(left), signed(right)];
    if (Math.sign(atLeft) !== Math.sign(signed(from))) return left;
    if (Math.sign(atRight) !== Math.sign(signed(from))) return right;
    if (Math.abs(atLeft) < Math.abs(atRight)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** Of the values tried, and of those around the best of them, the one that comes closest. */
function closest(
  signed: (value: number) => number,
  tried: readonly TriedValue[],
  target: SoughtTarget,
): number {
  const missing = tried.map(({ figure }) => missingOf(figure, target));
  const place = missing.indexOf(Math.min(...missing));
  const [left, right] = [tried[place - 1], tried[place + 1]];
  const best = tried[place]?.value ?? NaN;
  if (left === undefined || right === undefined) return best;
  const refined = nearestToZero(signed, left.value, right.value);
  return Math.abs(signed(refined)) < Math.abs(signed(best)) ? refined : best;
}
