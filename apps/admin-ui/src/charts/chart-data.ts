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
  /** Takes up room and is not drawn: what stands before the beginning on a timeline. */
  readonly isHidden?: boolean;
}

/** The figures of a chart, and how they are drawn. */
export interface ChartData {
  /**
   * `lines` over time; `stacked` bars over time, or `columns` side by side; `bars` across, one or several for
   * each category; `timeline`: bars across from month to month.
   */
  readonly kind: 'lines' | 'stacked' | 'columns' | 'bars' | 'timeline';
  readonly unit: ReportUnit;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A value that the figures are held against, for instance parity. */
  readonly reference?: { readonly value: number; readonly label: string };
  /** The month at which a timeline's axis begins, `YYYY-MM`. */
  readonly firstMonth?: string;
}

/** Lines that lie far above zero and close together: from zero on, their course couldn't be seen. */
const NEAR_ZERO = 0.4;

/** True where the axis starts at zero: always for bars, and for lines that come near it. */
export function startsAtZero({ kind, series }: ChartData): boolean {
  if (kind !== 'lines') return true;
  const values = series.flatMap((each) => each.values).filter((value): value is number => value !== null);
  return Math.min(...values) < NEAR_ZERO * Math.max(...values);
}
