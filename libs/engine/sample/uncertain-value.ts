import { exp, log } from '../arithmetic';
import { betaQuantile, type BetaShape } from './beta-distribution';
import { normalDistribution, SCORE_OF_P90 } from './normal-distribution';

/**
 * Shapes of an uncertain value. Split normal: two half normals that meet at the median. Log split normal:
 * the same for the logarithm, for rates and ratios. PERT: a modified beta with two ends.
 */
export const UNCERTAINTY_FAMILIES = ['split-normal', 'log-split-normal', 'pert'] as const;
export type UncertaintyFamily = (typeof UNCERTAINTY_FAMILIES)[number];

/** An uncertain value: `value` is its median, `low` and `high` are P10 and P90, all in ascending order. */
export interface UncertainValue {
  readonly family: UncertaintyFamily;
  readonly low: number;
  readonly value: number;
  readonly high: number;
  /** No draw lies outside these bounds. */
  readonly minimum: number;
  readonly maximum: number;
}

/** The value at a standard normal score: the median at 0, P10 and P90 at the scores of these. */
export type ValueAtScore = (score: number) => number;

/** `alpha + beta` of a PERT distribution: `alpha = 1 + 4 (m - a) / (b - a)`, `beta = 1 + 4 (b - m) / (b - a)`. */
const PERT_SUM = 6;
const HALVINGS = 60;

/**
 * The distribution of an uncertain value as a function of its score. Exactly `value` at score 0.
 *
 * - split normal: `value + z s`, `s = (value - low) / z90` below the median, `(high - value) / z90` above;
 * - log split normal: `value exp(z s)`, `s = ln(value / low) / z90` and `ln(high / value) / z90`; where a
 *   figure is not above 0 it has no logarithm, and the split normal stands in;
 * - PERT: ends and mode are solved so that P10, median and P90 are met; where the range is so lopsided that
 *   no PERT meets all three, the split normal stands in.
 *
 * Source: projection model, section 5; John 1982 (two-piece normal); Malcolm and others 1959 (PERT).
 */
export function valueAtScore(uncertain: UncertainValue): ValueAtScore {
  const { low, value, high, minimum, maximum } = uncertain;
  if (low === high) {
    return () => value;
  }
  const spread = spreadOf(uncertain);
  return (score) => (score === 0 ? value : Math.min(maximum, Math.max(minimum, spread(score))));
}

function spreadOf(uncertain: UncertainValue): ValueAtScore {
  switch (uncertain.family) {
    case 'split-normal':
      return splitNormal(uncertain);
    case 'log-split-normal':
      return uncertain.low > 0 ? logSplitNormal(uncertain) : splitNormal(uncertain);
    case 'pert':
      return pert(uncertain) ?? splitNormal(uncertain);
  }
}

function splitNormal({ low, value, high }: UncertainValue): ValueAtScore {
  const below = (value - low) / SCORE_OF_P90;
  const above = (high - value) / SCORE_OF_P90;
  return (score) => value + score * (score < 0 ? below : above);
}

function logSplitNormal({ low, value, high }: UncertainValue): ValueAtScore {
  const below = log(value / low) / SCORE_OF_P90;
  const above = log(high / value) / SCORE_OF_P90;
  return (score) => value * exp(score * (score < 0 ? below : above));
}

function pert({ low, value, high }: UncertainValue): ValueAtScore | null {
  const shape = pertShape(low, value, high);
  if (shape === null) {
    return null;
  }
  const tenth = betaQuantile(0.1, shape);
  const width = (high - low) / (betaQuantile(0.9, shape) - tenth);
  const start = low - width * tenth;
  return (score) => start + width * betaQuantile(normalDistribution(score), shape);
}

/** The PERT shape whose median divides P10 to P90 as `value` divides `low` to `high`, or null where none does. */
function pertShape(low: number, value: number, high: number): BetaShape | null {
  const wanted = (value - low) / (high - low);
  let least = 1;
  let most = PERT_SUM - 1;
  if (wanted < medianPlace(shapeOf(least)) || wanted > medianPlace(shapeOf(most))) {
    return null;
  }
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (least + most) / 2;
    if (medianPlace(shapeOf(middle)) < wanted) {
      least = middle;
    } else {
      most = middle;
    }
  }
  return shapeOf((least + most) / 2);
}

function shapeOf(alpha: number): BetaShape {
  return { alpha, beta: PERT_SUM - alpha };
}

/** Where the median lies between P10 (0) and P90 (1). */
function medianPlace(shape: BetaShape): number {
  const tenth = betaQuantile(0.1, shape);
  return (betaQuantile(0.5, shape) - tenth) / (betaQuantile(0.9, shape) - tenth);
}
