import { monthNumber, monthText } from '#modules/compilation';
import type { GroupSeries } from '#projections';
import type { EmploymentFigures } from './displayed-return';

/** What a column of a return is of. */
export const PERIOD_KINDS = ['baseline', 'outturn', 'month', 'year-end'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A column of a return. */
export interface ReturnPeriod {
  readonly kind: PeriodKind;
  /** Last month of it, `YYYY-MM`: WTE are those of this month. */
  readonly month: string;
  /** First month whose money is in it; null where the projection does not have all of its months. */
  readonly moneyFrom: string | null;
}

const MONTHS_A_YEAR = 12;

/**
 * The columns of a return: the baseline, the forecast outturn at the 31 March before the plan, the twelve months of
 * year 1, then every year end. Money of a month is the month's, of a year end and of the outturn the year's.
 *
 * @param span first and last month of the projection as month numbers; the first is the baseline
 */
export function returnPeriods(
  { firstYear, years }: { readonly firstYear: number; readonly years: number },
  span: { readonly first: number; readonly last: number },
): readonly ReturnPeriod[] {
  const eve = monthNumber(`${firstYear}-03`);
  const yearEnd = (kind: 'outturn' | 'year-end', year: number): ReturnPeriod => {
    const last = eve + MONTHS_A_YEAR * year;
    const from = last - MONTHS_A_YEAR + 1;
    return { kind, month: monthText(last), moneyFrom: from > span.first ? monthText(from) : null };
  };
  const periods: readonly ReturnPeriod[] = [
    { kind: 'baseline', month: monthText(span.first), moneyFrom: null },
    yearEnd('outturn', 0),
    ...Array.from({ length: MONTHS_A_YEAR }, (_, month): ReturnPeriod => {
      const text = monthText(eve + 1 + month);
      return { kind: 'month', month: text, moneyFrom: text };
    }),
    ...Array.from({ length: years }, (_, year) => yearEnd('year-end', year + 1)),
  ];
  return periods.filter(({ month }) => monthNumber(month) >= span.first && monthNumber(month) <= span.last);
}

/** Staff in post, bank and agency WTE of a month, all groups together. The baseline has no bank or agency. */
export function wteOf(groups: readonly GroupSeries[], month: string): EmploymentFigures {
  return {
    substantive: sumAt(groups, 'fte', month),
    bank: sumAt(groups, 'bank-fte', month),
    agency: sumAt(groups, 'agency-fte', month),
  };
}

/** Cash-terms pounds from one month to another, both included. */
export function poundsOf(
  groups: readonly GroupSeries[],
  { moneyFrom, month }: { readonly moneyFrom: string; readonly month: string },
): EmploymentFigures {
  const sumOf = (measure: PayMeasure): number => {
    let sum = 0;
    for (let at = monthNumber(moneyFrom); at <= monthNumber(month); at += 1) {
      sum += sumAt(groups, measure, monthText(at));
    }
    return sum;
  };
  const [bank, agency] = [sumOf('pay-bill-bank'), sumOf('pay-bill-agency')];
  return { substantive: sumOf('pay-bill') - bank - agency, bank, agency };
}

type PayMeasure = 'pay-bill' | 'pay-bill-bank' | 'pay-bill-agency';

function sumAt(
  groups: readonly GroupSeries[],
  measure: 'fte' | 'bank-fte' | 'agency-fte' | PayMeasure,
  month: string,
): number {
  return groups.reduce(
    (sum, group) => sum + (group.series[measure][monthNumber(month) - group.firstMonth] ?? 0),
    0,
  );
}
