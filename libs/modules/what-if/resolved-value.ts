import type { ResolvedCell } from '../cascade';
import type { ResolvedValue } from '../projection/projection-input';

/** The cells of one parameter and staff group, one per year, as a projection reads them. */
export function resolvedValueOf(
  cells: readonly Pick<ResolvedCell<unknown>, 'value' | 'low' | 'high'>[],
): ResolvedValue {
  const lows = cells.map(({ low }) => low);
  const highs = cells.map(({ high }) => high);
  return {
    values: cells.map(({ value }) => value),
    ...(lows.some((low) => low !== null) ? { low: lows } : {}),
    ...(highs.some((high) => high !== null) ? { high: highs } : {}),
  };
}
