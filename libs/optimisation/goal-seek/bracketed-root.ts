/** An interval at whose ends a function has different signs, with its values there. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

/** How close is close enough. */
export interface RootTolerance {
  /** Of the argument. */
  readonly argument: number;
  /** Of the value: a root is where it is at most this far from 0. */
  readonly value: number;
}

const MOST_STEPS = 100;
const EPSILON = 2 ** -52;

/**
 * A root of a continuous function within a bracket: inverse quadratic interpolation and secants, kept inside the
 * bracket by bisection, so that it ends whatever the function.
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
 */
export function bracketedRoot(
  valueAt: (argument: number) => number,
  bracket: Bracket,
  tolerance: RootTolerance,
): number {
  let [before, best, other] = [bracket.low, bracket.high, bracket.low];
  let [atBefore, atBest, atOther] = [bracket.atLow, bracket.atHigh, bracket.atLow];
  let step = best - before;
  let lastStep = step;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    if (Math.sign(atBest) === Math.sign(atOther)) {
      [other, atOther] = [before, atBefore];
      step = best - before;
      lastStep = step;
    }
    if (Math.abs(atOther) < Math.abs(atBest)) {
      [before, best, other] = [best, other, best];
      [atBefore, atBest, atOther] = [atBest, atOther, atBest];
    }
    const least = 2 * EPSILON * Math.abs(best) + tolerance.argument / 2;
    const half = (other - best) / 2;
    if (Math.abs(atBest) <= tolerance.value || Math.abs(half) <= least) return best;
    const tried = interpolated({ before, best, other }, { atBefore, atBest, atOther }, half);
    const isUseful =
      Math.abs(lastStep) >= least &&
      Math.abs(atBefore) > Math.abs(atBest) &&
      Math.abs(tried) < Math.min(1.5 * Math.abs(half) - least / 2, Math.abs(lastStep) / 2) &&
      tried * half > 0;
    [lastStep, step] = isUseful ? [step, tried] : [half, half];
    [before, atBefore] = [best, atBest];
    best += Math.abs(step) > least ? step : Math.sign(half) * least;
    atBest = valueAt(best);
  }
  return best;
}

/** The step to the root of the secant, or of the inverse parabola through three points. */
function interpolated(
  { before, best, other }: { before: number; best: number; other: number },
  { atBefore, atBest, atOther }: { atBefore: number; atBest: number; atOther: number },
  half: number,
): number {
  const ratio = atBest / atBefore;
  if (before === other) return (2 * half * ratio) / (1 - ratio);
  const [first, second] = [atBefore / atOther, atBest / atOther];
  const above = ratio * (2 * half * first * (first - second) - (best - before) * (second - 1));
  const below = (first - 1) * (second - 1) * (ratio - 1);
  return -above / below;
}
