import { MEASURES, MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { financialYearOf, lastMonthOf } from './calendar-month';
import type { GroupSeries } from './series.codec';

/** True for what holds at a month end, or as the mean of its month; false for what adds up over months. */
export function isStock(measure: MonthlyMeasure): boolean {
  return MEASURES[measure].kind !== 'flow';
}

/** One figure of a financial year: a stock at its 31 March (a level: of its March), or the total of a flow over its twelve months. */
export interface YearEndFigure {
  readonly measure: MonthlyMeasure;
  /** First calendar year: 2026 is 2026/27. */
  readonly year: number;
  readonly value: number;
}

/**
 * The year-end figures of a series. A stock has one for each 31 March that the series reaches, the
 * opening included; a flow has one for each year of which the series holds all twelve months, unless nothing
 * flowed: most sources and causes are empty in most groups.
 */
export function yearEndFigures(group: GroupSeries): readonly YearEndFigure[] {
  const firstYear = financialYearOf(group.firstMonth);
  const lastYear = financialYearOf(group.firstMonth + group.months - 1);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return MONTHLY_MEASURES.flatMap((measure) =>
    years.flatMap((year) => {
      const value = figureOf(group, measure, year);
      const isKept = value !== null && Number.isFinite(value) && (value !== 0 || isStock(measure));
      return isKept ? [{ measure, year, value }] : [];
    }),
  );
}

function figureOf(group: GroupSeries, measure: MonthlyMeasure, year: number): number | null {
  const last = lastMonthOf(year) - group.firstMonth;
  if (last >= group.months) {
    return null;
  }
  if (isStock(measure)) {
    return group.series[measure][last] ?? null;
  }
  // Flows of the opening month are not known: index 0 is the stock that everything starts from.
  const first = last - 11;
  return first < 1
    ? null
    : group.series[measure].subarray(first, last + 1).reduce((sum, value) => sum + value, 0);
}
