import type { Ranges } from '../api/analysis-types';
import type { OverviewYear } from '../api/types';
import { marchOf } from '../explanation/number-question';

/** The likely range at each year's end: 8 in 10 outcomes lie between low and high. */
export interface LikelyRange {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** By how much the central case of the draws may differ from the figure shown: rounding, nothing else. */
const SAME_WITHIN = 0.01;

/**
 * The likely range of the figures shown; null until it is drawn, and where it belongs to other figures than
 * those shown: its central case says which it belongs to.
 */
export function likelyRange(
  ranges: Ranges | undefined,
  years: readonly OverviewYear[],
  shown: readonly (number | null)[],
): LikelyRange | null {
  const range = ranges?.range ?? null;
  if (ranges?.state !== 'ready' || range === null) return null;
  const places = years.map(({ year }) => ranges.months.indexOf(marchOf(year)));
  const isOfTheseFigures = places.every((place, index) => {
    const central = range.central[place];
    const figure = shown[index];
    return (
      typeof central === 'number' && typeof figure === 'number' && Math.abs(central - figure) < SAME_WITHIN
    );
  });
  if (!isOfTheseFigures) return null;
  return {
    low: places.map((place) => range.p10[place] ?? NaN),
    high: places.map((place) => range.p90[place] ?? NaN),
  };
}
