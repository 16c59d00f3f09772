import type { BridgeSpan, MeasureSeries } from '../growth/report';
import { PAY_BILL_LINES } from './compile';

/** Cost of a span of months in cash-terms pounds; the lines sum to the total. */
export interface PayBillReport {
  readonly total: number;
  readonly lines: readonly { readonly code: (typeof PAY_BILL_LINES)[number]; readonly pounds: number }[];
  /** Pounds a year for one mean FTE of the span; null where there was none. */
  readonly averagePoundsPerFte: number | null;
}

/** Pay bill by line. The central part of the pension is paid nationally: it is a line of its own, not the trust's. */
export function payBillReport(series: MeasureSeries, span: BridgeSpan): PayBillReport {
  const sum = (values: readonly number[]): number =>
    values.slice(span.from + 1, span.to + 1).reduce((total, value) => total + value, 0);
  const total = sum(series['pay-bill']);
  const fteMonths = series.fte
    .slice(span.from, span.to)
    .reduce((all, fte, month) => all + (fte + (series.fte[span.from + month + 1] ?? 0)) / 2, 0);
  return {
    total,
    lines: PAY_BILL_LINES.map((code) => ({ code, pounds: sum(series[code]) })),
    averagePoundsPerFte: fteMonths > 0 ? (12 * total) / fteMonths : null,
  };
}
