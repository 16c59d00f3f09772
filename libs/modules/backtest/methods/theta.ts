import { pow } from '#engine';

import { fittedLevel } from './exponential-smoothing';
import { ahead, lastOf, type NaiveMethod } from './naive-method';

const FEWEST_MONTHS = 4;

/**
 * The theta method without a season: simple exponential smoothing with half the slope `b` of the least-squares
 * line as drift, `l_n + b/2 (h - 1 + 1/a - (1 - a)^n / a)`. Source: Assimakopoulos and Nikolopoulos 2000 in the
 * closed form of Hyndman and Billah 2003. Under 4 months no change.
 */
export const theta: NaiveMethod = (series, horizon) => {
  if (series.length < FEWEST_MONTHS) {
    const last = lastOf(series);
    return ahead(horizon, () => last);
  }
  const { level, weight } = fittedLevel(series);
  const halfSlope = slopeOf(series) / 2;
  const head = (1 - pow(1 - weight, series.length)) / weight;
  return ahead(horizon, (step) => level + halfSlope * (step - 1 + head));
};

/** Slope of the least-squares line over the months. */
export function slopeOf(series: readonly number[]): number {
  const middle = (series.length - 1) / 2;
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  let covariance = 0;
  let variance = 0;
  series.forEach((value, month) => {
    covariance += (month - middle) * (value - mean);
    variance += (month - middle) * (month - middle);
  });
  return covariance / variance;
}
