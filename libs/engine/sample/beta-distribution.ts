import { exp, log, log1p } from '../arithmetic';

/** The two shape parameters of a beta distribution, both at least 1. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

const LANCZOS_G = 7;
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];
const HALF_LOG_2PI = 0.9189385332046728;
const TINY = 1e-300;
const PRECISION = 1e-16;
const MOST_TERMS = 300;
const MOST_STEPS = 100;

/** `ln Gamma(x)` for `x >= 1`. Source: Lanczos 1964, with the coefficients for g = 7, n = 9. */
function logGamma(x: number): number {
  const shifted = x - 1;
  let sum = LANCZOS[0] as number;
  for (let index = 1; index < LANCZOS.length; index += 1) {
    sum += (LANCZOS[index] as number) / (shifted + index);
  }
  const base = shifted + LANCZOS_G + 0.5;
  return HALF_LOG_2PI + (shifted + 0.5) * log(base) - base + log(sum);
}

function logBeta({ alpha, beta }: BetaShape): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Continued fraction of the incomplete beta function, by Lentz's method. */
function continuedFraction(x: number, { alpha, beta }: BetaShape): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((alpha + beta) * x) / (alpha + 1));
  let fraction = d;
  for (let term = 1; term <= MOST_TERMS; term += 1) {
    const even = (term * (beta - term) * x) / ((alpha + 2 * term - 1) * (alpha + 2 * term));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(alpha + term) * (alpha + beta + term) * x) / ((alpha + 2 * term) * (alpha + 2 * term + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < PRECISION) {
      break;
    }
  }
  return fraction;
}

/**
 * Share of a beta distribution on 0..1 below `x`, to about 1e-14.
 *
 * Source: Abramowitz and Stegun, 26.5.8; the side with fast convergence is used.
 */
export function betaDistribution(x: number, shape: BetaShape): number {
  if (x <= 0 || x >= 1) {
    return x <= 0 ? 0 : 1;
  }
  const { alpha, beta } = shape;
  const front = exp(alpha * log(x) + beta * log1p(-x) - logBeta(shape));
  if (x < (alpha + 1) / (alpha + beta + 2)) {
    return (front * continuedFraction(x, shape)) / alpha;
  }
  return 1 - (front * continuedFraction(1 - x, { alpha: beta, beta: alpha })) / beta;
}

function density(x: number, shape: BetaShape): number {
  return exp((shape.alpha - 1) * log(x) + (shape.beta - 1) * log1p(-x) - logBeta(shape));
}

/** The `x` in 0..1 below which the share `p` of a beta distribution lies: Newton steps, halving where they leave the bracket. */
export function betaQuantile(p: number, shape: BetaShape): number {
  if (!(p > 0 && p < 1)) {
    return p >= 1 ? 1 : 0;
  }
  const { alpha, beta } = shape;
  let low = 0;
  let high = 1;
  let x = alpha / (alpha + beta);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const excess = betaDistribution(x, shape) - p;
    if (excess > 0) {
      high = x;
    } else {
      low = x;
    }
    const newton = x - excess / density(x, shape);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const isSettled = Math.abs(next - x) <= 4 * PRECISION * x;
    x = next;
    if (isSettled) {
      break;
    }
  }
  return x;
}
