/** The likely range of one measure by month: 8 in 10 outcomes lie between `p10` and `p90`. */
export interface RangeByMonth {
  readonly central: readonly number[];
  readonly p10: readonly number[];
  readonly p90: readonly number[];
}

/** How far the likely range of a measure is, and the months (`YYYY-MM`) that it is by. */
export interface DrawnRange {
  readonly state: string;
  readonly months: readonly string[];
  readonly range: RangeByMonth | null;
}

/** The last month of a financial year, `YYYY-MM`, by its first calendar year. */
export function marchOf(year: number): string {
  return `${year + 1}-03`;
}

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
  ranges: DrawnRange | undefined,
  years: readonly { readonly year: number }[],
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
