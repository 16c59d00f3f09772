import { ahead, bestOf, lastOf, type NaiveMethod } from './naive-method';

/** Weights of the newest month that are tried: 0.01 to 1. */
const WEIGHTS = Array.from({ length: 100 }, (_, index) => (index + 1) / 100);
const FEWEST_MONTHS = 3;

/** A level smoothed with a weight, and the squared errors of its one-month forecasts. */
export interface SmoothedLevel {
  readonly level: number;
  readonly weight: number;
  readonly squaredError: number;
}

/** `l_t = l_(t-1) + a (y_t - l_(t-1))`, beginning from the first month. */
export function smoothedLevel(series: readonly number[], weight: number): SmoothedLevel {
  let level = series[0] ?? 0;
  let squaredError = 0;
  for (const value of series.slice(1)) {
    const error = value - level;
    squaredError += error * error;
    level += weight * error;
  }
  return { level, weight, squaredError };
}

/** The smoothing whose one-month forecasts would have been best; a series under 3 months is taken as it is. */
export function fittedLevel(series: readonly number[]): SmoothedLevel {
  if (series.length < FEWEST_MONTHS) return { level: lastOf(series), weight: 1, squaredError: 0 };
  return smoothedLevel(
    series,
    bestOf(WEIGHTS, (weight) => smoothedLevel(series, weight).squaredError),
  );
}

/** Simple exponential smoothing: the fitted level, for ever. Source: Brown 1959; Hyndman and others 2008. */
export const simpleExponentialSmoothing: NaiveMethod = (series, horizon) => {
  const { level } = fittedLevel(series);
  return ahead(horizon, () => level);
};
