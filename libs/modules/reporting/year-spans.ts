import type { Timeline } from '../compilation';

/** A financial year in series by month: after position `from`, up to `to`; stocks at 31 March are at `to`. */
export interface YearSpan {
  /** First calendar year of the financial year. */
  readonly year: number;
  readonly from: number;
  readonly to: number;
  /** False for the part of a year between the baseline and its 31 March. */
  readonly isWhole: boolean;
}

/** The financial years that a timeline touches, the first one in part unless the baseline is a March. */
export function yearSpans({
  yearEnds,
  monthEnds,
}: Pick<Timeline, 'yearEnds' | 'monthEnds'>): readonly YearSpan[] {
  return yearEnds.slice(1).map((to, index) => {
    const from = yearEnds[index] ?? 0;
    const year = Number(monthEnds[to]?.slice(0, 4)) - 1;
    return { year, from, to, isWhole: to - from === 12 };
  });
}

/** Sum of a monthly flow over a span. */
export function sumOverSpan(flow: readonly number[], { from, to }: Pick<YearSpan, 'from' | 'to'>): number {
  return flow.slice(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
}
