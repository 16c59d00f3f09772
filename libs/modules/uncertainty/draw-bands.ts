import { quantiles } from '#engine';

import { seriesOf, type HeadlineMeasure, type ProjectionDraws } from './projection-draws';
import { DrawsMismatchError } from './sum-draws';

const PROBABILITIES = [0.1, 0.5, 0.9];

/** The likely range (8 in 10) of a measure, month by month. */
export interface Band {
  /** The central case, draw 0: what bridges and attributions rest on; not the median of the draws. */
  readonly central: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/**
 * Exact quantiles (type 7) over the random draws, central case apart.
 *
 * @throws DrawsMismatchError if the draws do not begin at the central case, or there is no other.
 */
export function bandOf(draws: ProjectionDraws, staffGroup: string, measure: HeadlineMeasure): Band {
  const { range, table, months } = draws;
  if (range.from !== 0 || range.to < 2) {
    throw new DrawsMismatchError(`a range needs draws from 0 on, not ${range.from} to ${range.to}`);
  }
  const series = seriesOf(draws, staffGroup, measure);
  const byMonth = months.map((_, time) => quantiles(table.at(series, time).subarray(1), PROBABILITIES));
  const at = (probability: number): readonly number[] => byMonth.map((month) => month[probability] ?? NaN);
  return { central: [...table.drawOf(series, 0)], p10: at(0), p50: at(1), p90: at(2) };
}
