import { monthMeans } from '../compilation';
import type { BridgeSpan, MeasureSeries } from '../growth/report';
import { PAY_BILL_PARTS } from './lines';

/** Cost of a span of months in cash-terms pounds; the lines sum to the total. */
export interface PayBillOfSpan {
  readonly total: number;
  readonly lines: readonly { readonly code: (typeof PAY_BILL_PARTS)[number]; readonly pounds: number }[];
  /** Pounds a year for one mean FTE in post of the span, all lines; null where there was none. */
  readonly averagePoundsPerFte: number | null;
}

/**
 * Pay bill of the months after `from` up to `to`, by line. The central part of the pension is paid
 * nationally: a line of its own, in the total, not the organisation's.
 */
export function payBillOfSpan(series: MeasureSeries, span: BridgeSpan): PayBillOfSpan {
  const sum = (values: readonly number[]): number =>
    values.slice(span.from + 1, span.to + 1).reduce((total, value) => total + value, 0);
  const total = sum(series['pay-bill']);
  const fteMonths = sum(monthMeans(series.fte));
  return {
    total,
    lines: PAY_BILL_PARTS.map((code) => ({ code, pounds: sum(series[code]) })),
    averagePoundsPerFte: fteMonths > 0 ? (12 * total) / fteMonths : null,
  };
}
