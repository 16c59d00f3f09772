import { monthNumber, monthText } from '#modules/compilation';
import type { MonthlyMeasure } from '#modules/projection';
import type { GroupSeries } from '#projections';
import type { MonthFigure } from '../actuals/actual-figure';
import { REPORTED_LINE_NAMES, REPORTED_LINES, toWholeUnits, type ReportedLine } from '../variance';

export const MONTHS_A_YEAR = 12;

/** The eve (March) and the twelve months of a financial year, `YYYY-MM`. */
export function monthsOfYear(firstYear: number): readonly string[] {
  const eve = monthNumber(`${firstYear}-03`);
  return Array.from({ length: MONTHS_A_YEAR + 1 }, (_, month) => monthText(eve + month));
}

type ValueAt = (measure: MonthlyMeasure, month: number) => number;

const LINE_OF_SERIES: Readonly<Record<ReportedLine, (at: ValueAt, month: number) => number>> = {
  establishment: (at, month) => at('establishment', month),
  substantive: (at, month) => at('fte', month),
  joiners: (at, month) => at('fte-joiners', month),
  leavers: (at, month) => at('fte-exits', month),
  bank: (at, month) => at('bank-fte', month),
  agency: (at, month) => at('agency-fte', month),
  'substantive-pay': (at, month) =>
    at('pay-bill', month) - at('pay-bill-bank', month) - at('pay-bill-agency', month),
  'bank-pay': (at, month) => at('pay-bill-bank', month),
  'agency-pay': (at, month) => at('pay-bill-agency', month),
  sickness: (at, month) => {
    const inPost = (at('fte', month - 1) + at('fte', month)) / 2;
    return inPost > 0 ? Math.min(1, at('sickness-fte', month) / inPost) : 0;
  },
};

/**
 * A projected staff group's figures of a financial year, and its staff in post on the eve.
 *
 * @returns none where the series does not hold all of these months
 */
export function plannedFigures(
  staffGroup: string,
  group: GroupSeries,
  firstYear: number,
): readonly MonthFigure[] {
  const months = monthsOfYear(firstYear);
  const eve = monthNumber(months[0] ?? '') - group.firstMonth;
  if (eve < 0 || eve + MONTHS_A_YEAR >= group.months) return [];
  const at: ValueAt = (measure, month) => group.series[measure][eve + month] ?? 0;
  return months.flatMap((month, place) =>
    REPORTED_LINE_NAMES.filter((line) => place > 0 || line === 'substantive').map((line) => ({
      staffGroup,
      month,
      line,
      units: toWholeUnits(LINE_OF_SERIES[line](at, place), REPORTED_LINES[line]),
    })),
  );
}
