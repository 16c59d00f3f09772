import { MONTHLY_MEASURES } from '#modules/projection';
import { monthText } from '../series/calendar-month';
import type { EncodedGroup } from '../series/result-hash';
import { decodeSeries, type GroupSeries } from '../series/series.codec';

/** One figure that came out differently. */
export interface FigureDifference {
  readonly staffGroup: string;
  /** A monthly measure, or `cells` for people by band and ethnicity. */
  readonly measure: string;
  /** `YYYY-MM`; null where a whole group, or its shape, differs. */
  readonly month: string | null;
  readonly stored: number | null;
  readonly recomputed: number | null;
}

/** Every figure in which two results differ, in order of staff group, measure and month. */
export function differencesOf(
  stored: readonly EncodedGroup[],
  recomputed: readonly EncodedGroup[],
): readonly FigureDifference[] {
  const before = new Map(stored.map(({ code, content }) => [code, decodeSeries(content)]));
  const after = new Map(recomputed.map(({ code, content }) => [code, decodeSeries(content)]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((code) => {
    const [a, b] = [before.get(code), after.get(code)];
    return a === undefined || b === undefined || a.months !== b.months || a.firstMonth !== b.firstMonth
      ? [
          {
            staffGroup: code,
            measure: 'all',
            month: null,
            stored: a?.months ?? null,
            recomputed: b?.months ?? null,
          },
        ]
      : [...seriesDifferences(code, a, b), ...cellDifferences(code, a, b)];
  });
}

function seriesDifferences(code: string, a: GroupSeries, b: GroupSeries): readonly FigureDifference[] {
  return MONTHLY_MEASURES.flatMap((measure) =>
    indexesOfDifference(a.series[measure], b.series[measure]).map((index) => ({
      staffGroup: code,
      measure,
      month: monthText(a.firstMonth + index),
      stored: a.series[measure][index] ?? null,
      recomputed: b.series[measure][index] ?? null,
    })),
  );
}

function cellDifferences(code: string, a: GroupSeries, b: GroupSeries): readonly FigureDifference[] {
  const count = Math.max(a.cells.length, b.cells.length);
  return Array.from({ length: count }, (_, snapshot) => snapshot).flatMap((snapshot) => {
    const [stored, recomputed] = [a.cells[snapshot], b.cells[snapshot]];
    const month = stored?.month ?? recomputed?.month ?? a.firstMonth;
    return indexesOfDifference(stored?.values ?? NONE, recomputed?.values ?? NONE).map((index) => ({
      staffGroup: code,
      measure: 'cells',
      month: monthText(month),
      stored: stored?.values[index] ?? null,
      recomputed: recomputed?.values[index] ?? null,
    }));
  });
}

const NONE = new Float64Array();

function indexesOfDifference(a: Float64Array, b: Float64Array): readonly number[] {
  const length = Math.max(a.length, b.length);
  // Object.is tells 0 from -0, as the bytes do.
  return Array.from({ length }, (_, index) => index).filter((index) => !Object.is(a[index], b[index]));
}
