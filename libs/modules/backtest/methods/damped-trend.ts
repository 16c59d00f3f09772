import { ahead, bestOf, lastOf, type NaiveMethod } from './naive-method';

/** Weights of level and trend, and the share of a month's trend that carries into the next. */
export interface DampedTrendWeights {
  readonly level: number;
  readonly trend: number;
  readonly damping: number;
}

interface DampedTrendState {
  readonly level: number;
  readonly trend: number;
  readonly squaredError: number;
}

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const TRENDS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5];
const DAMPINGS = [0.8, 0.85, 0.9, 0.95, 0.98];
const GRID: readonly DampedTrendWeights[] = LEVELS.flatMap((level) =>
  TRENDS.flatMap((trend) => DAMPINGS.map((damping) => ({ level, trend, damping }))),
);
const FEWEST_MONTHS = 4;

/**
 * Additive damped trend in error-correction form, beginning from the first month and the first change:
 * `e = y - (l + phi b)`, `l' = l + phi b + a e`, `b' = phi b + a b* e`. Source: Gardner and McKenzie 1985.
 */
export function dampedTrendState(
  series: readonly number[],
  { level: a, trend: b, damping }: DampedTrendWeights,
): DampedTrendState {
  let level = series[0] ?? 0;
  let trend = (series[1] ?? level) - level;
  let squaredError = 0;
  for (let month = 1; month < series.length; month += 1) {
    const expected = level + damping * trend;
    const error = (series[month] ?? expected) - expected;
    squaredError += error * error;
    level = expected + a * error;
    trend = damping * trend + a * b * error;
  }
  return { level, trend, squaredError };
}

/** Forecast `l + b (phi + phi^2 + … + phi^h)`. */
export function dampedTrendPath(
  { level, trend }: Pick<DampedTrendState, 'level' | 'trend'>,
  damping: number,
  horizon: number,
): readonly number[] {
  let reach = 0;
  let factor = 1;
  return ahead(horizon, () => {
    factor *= damping;
    reach += factor;
    return level + trend * reach;
  });
}

/** Damped trend with the weights whose one-month forecasts would have been best; under 4 months no change. */
export const dampedTrend: NaiveMethod = (series, horizon) => {
  if (series.length < FEWEST_MONTHS) {
    const last = lastOf(series);
    return ahead(horizon, () => last);
  }
  const weights = bestOf(GRID, (candidate) => dampedTrendState(series, candidate).squaredError);
  return dampedTrendPath(dampedTrendState(series, weights), weights.damping, horizon);
};
