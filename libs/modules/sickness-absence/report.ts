import type { MeasureSeries } from '../growth/report';

/**
 * FTE missing at a month end: `max(0, requirement (1 - planned absence) - available FTE)`. Temporary
 * staff are not in it. Source: projection model, section 1.
 */
export function shortfall(series: MeasureSeries, month: number, plannedAbsence: number): number {
  const needed = (series.requirement[month] ?? 0) * (1 - plannedAbsence);
  return Math.max(0, needed - (series['available-fte'][month] ?? 0));
}
