import type { NumberQuestion } from '../api/analysis-types';
import type { DisplayedPeriod, ReturnEmployment, ReturnPeriod } from '../api/return-types';
import { formatMonth } from '../words/dates';

export type ReturnMeasure = 'wte' | 'pounds';

export const EMPLOYMENT_NAMES: Readonly<Record<ReturnEmployment, string>> = {
  total: 'Total',
  substantive: 'Substantive',
  bank: 'Bank',
  agency: 'Agency',
};

const WTE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const POUNDS = new Intl.NumberFormat('en-GB');
const TENTHS = 10;

export function periodText({ kind, month }: ReturnPeriod): string {
  const name = formatMonth(month);
  if (kind === 'baseline') return `Baseline, ${name}`;
  if (kind === 'outturn') return `Forecast outturn, ${name}`;
  return kind === 'year-end' ? `Year to ${name}` : name;
}

export const displayedOf = (period: ReturnPeriod, measure: ReturnMeasure): DisplayedPeriod | null =>
  measure === 'wte' ? period.wte : period.pounds;

/** A displayed figure; a dash where the projection has none. */
export function figureText(units: number | null, measure: ReturnMeasure): string {
  if (units === null) return '–';
  return measure === 'wte' ? WTE.format(units / TENTHS) : POUNDS.format(units);
}

/** Bank and agency of the baseline are not in a projection, nor is a total with them. */
export const isSilent = ({ kind }: ReturnPeriod, employment: ReturnEmployment): boolean =>
  kind === 'baseline' && employment !== 'substantive';

const MEASURES = {
  wte: { total: null, substantive: 'fte', bank: 'bank-fte', agency: 'agency-fte' },
  pounds: { total: 'pay-bill', substantive: null, bank: 'pay-bill-bank', agency: 'pay-bill-agency' },
} as const;

/** What explains a cell: a number of the run, where the line is one staff group and the figure one of its measures. */
export function cellQuestion(
  { kind, month }: ReturnPeriod,
  staffGroups: readonly string[],
  shown: { readonly measure: ReturnMeasure; readonly employment: ReturnEmployment },
): NumberQuestion | null {
  const measure = MEASURES[shown.measure][shown.employment];
  const [staffGroup] = staffGroups;
  if (measure === null || staffGroup === undefined || staffGroups.length > 1 || kind === 'baseline')
    return null;
  const isYear = shown.measure === 'pounds' && kind !== 'month';
  return { staffGroup, measure, month, span: isYear ? 'year' : 'month' };
}
