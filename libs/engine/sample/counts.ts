import { exp, log1p } from '../arithmetic';

/** Means up to this are drawn in one go; larger ones as a sum of parts, for `exp(-mean)` would vanish. */
const LARGEST_MEAN = 256;

/** Gives the next uniform number in (0, 1). */
export type NextUniform = () => number;

/**
 * How many of `trials` independent trials succeed, each with `probability`: a binomial number by inversion
 * of its distribution.
 */
export function binomial(trials: number, probability: number, next: NextUniform): number {
  if (trials === 0 || probability <= 0) {
    return 0;
  }
  if (probability >= 1) {
    return trials;
  }
  if (probability > 0.5) {
    return trials - binomial(trials, 1 - probability, next);
  }
  const most = Math.max(1, Math.floor(LARGEST_MEAN / probability));
  let successes = 0;
  for (let left = trials; left > 0; left -= most) {
    successes += binomialByInversion(Math.min(left, most), probability, next());
  }
  return successes;
}

function binomialByInversion(trials: number, probability: number, uniform: number): number {
  const odds = probability / (1 - probability);
  let mass = exp(trials * log1p(-probability));
  let below = mass;
  let successes = 0;
  while (below < uniform && successes < trials) {
    mass *= (odds * (trials - successes)) / (successes + 1);
    successes += 1;
    below += mass;
  }
  return successes;
}

/** A Poisson number with the mean given, by inversion of its distribution. */
export function poisson(mean: number, next: NextUniform): number {
  let events = 0;
  for (let left = mean; left > 0; left -= LARGEST_MEAN) {
    events += poissonByInversion(Math.min(left, LARGEST_MEAN), next());
  }
  return events;
}

function poissonByInversion(mean: number, uniform: number): number {
  let mass = exp(-mean);
  let below = mass;
  let events = 0;
  while (below < uniform && mass > 0) {
    events += 1;
    mass *= mean / events;
    below += mass;
  }
  return events;
}
