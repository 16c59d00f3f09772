import type { ReportUnit } from '../api/analysis-types';

/** One line, or one part of a bar, over the categories. */
export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** What leaves, is spent or expires: drawn downwards. */
  readonly isOutgoing?: boolean;
  /** A line over bars. */
  readonly isLine?: boolean;
}

/** The figures of a chart, and how they are drawn. */
export interface ChartData {
  /** `lines` over time; `stacked` bars over time; `bars` across, one for each category. */
  readonly kind: 'lines' | 'stacked' | 'bars';
  readonly unit: ReportUnit;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Lines that lie far above zero and close together: from zero on, their course couldn't be seen. */
const NEAR_ZERO = 0.4;

/** True where the axis starts at zero: always for bars, and for lines that come near it. */
export function startsAtZero({ kind, series }: ChartData): boolean {
  if (kind !== 'lines') return true;
  const values = series.flatMap((each) => each.values).filter((value): value is number => value !== null);
  return Math.min(...values) < NEAR_ZERO * Math.max(...values);
}
