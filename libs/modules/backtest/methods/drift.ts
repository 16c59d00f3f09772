import { ahead, lastOf, type NaiveMethod } from './naive-method';

const MONTHS = 12;

/**
 * The straight line through the last month and the one twelve months before it (the first known one where
 * the series is shorter): `y_T + h (y_T - y_(T-m)) / m`, `m = min(12, n - 1)`.
 */
export const twelveMonthDrift: NaiveMethod = (series, horizon) => {
  const last = lastOf(series);
  const months = Math.min(MONTHS, series.length - 1);
  if (months === 0) return ahead(horizon, () => last);
  const first = series[series.length - 1 - months] ?? last;
  return ahead(horizon, (step) => last + (step * (last - first)) / months);
};
