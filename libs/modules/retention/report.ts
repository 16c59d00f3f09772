import { EXIT_CAUSES } from '#engine';

import type { BridgeSpan, MeasureSeries } from '../growth/report';

/** What left over a span of months. Headcount. */
export interface LeaverReport {
  /** Exits of every cause, planned exits included; those of the month of arrival too. */
  readonly leftOrganisation: number;
  readonly leftSystem: number;
  readonly leftNhs: number;
  readonly byCause: Readonly<Record<(typeof EXIT_CAUSES)[number] | 'planned', number>>;
  /**
   * Exits over the mean of the month-end headcounts of the span. It counts people who joined within the
   * span, so it is not the NHS leaver rate, which compares two snapshots; null for an empty group.
   */
  readonly exitsOverMeanHeadcount: number | null;
}

/** Leavers of a span by cause and destination; the measures are never comparable across their labels. */
export function leaverReport(series: MeasureSeries, span: BridgeSpan): LeaverReport {
  const sum = (values: readonly number[]): number =>
    values.slice(span.from + 1, span.to + 1).reduce((total, value) => total + value, 0);
  const planned = sum(series['exits-planned']);
  const byCause = { planned } as Record<(typeof EXIT_CAUSES)[number] | 'planned', number>;
  for (const cause of EXIT_CAUSES) byCause[cause] = sum(series[`exits-${cause}`]);
  const left = EXIT_CAUSES.reduce((total, cause) => total + byCause[cause], planned);
  const leftSystem = left - sum(series['exits-to-same-system']);
  const stocks = series.headcount.slice(span.from, span.to + 1);
  const mean = stocks.reduce((total, stock) => total + stock, 0) / stocks.length;
  return {
    leftOrganisation: left,
    leftSystem,
    leftNhs: leftSystem - sum(series['exits-to-other-nhs']),
    byCause,
    exitsOverMeanHeadcount: mean > 0 ? left / mean : null,
  };
}
