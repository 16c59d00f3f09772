import { monthEndOf } from '../formats/field-values';
import { readEsrDate } from '../esr/reading/esr-values';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const YEAR_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/;
const WORDED = /^([a-z]{3,9})[-_/ ]*(\d{4}|\d{2})$/i;
const PERIOD_LAST = /^(\d{4})[-/](\d{2}|\d{4})[-_, ]*(?:m|p|month|period)\s*(\d{1,2})$/i;
const PERIOD_FIRST = /^(?:m|p|month|period)\s*(\d{1,2})[-_, ]*(\d{4})[-/](\d{2}|\d{4})$/i;
const SIX_DIGITS = /^\d{6}$/;
/** What can be two months. */
export const AMBIGUOUS = 'ambiguous';
const CENTURY = 100;
const MONTHS_A_YEAR = 12;
/** Months before April in a calendar year. */
const BEFORE_APRIL = 3;

/**
 * Reads a month as ledgers and rosters have it: `2025-04`, `04/2025`, `Apr-25`, `April 2025`, `2025/26 M01`
 * (period 1 is April), or any date of the month, Excel's day numbers included. Six digits can be a month
 * or a period of a financial year.
 *
 * @returns the month as `YYYY-MM`, `ambiguous` for what can be two months, null for none
 */
export function readMonth(field: string): string | null {
  const text = field.trim();
  if (SIX_DIGITS.test(text)) return AMBIGUOUS;
  const [, year, month] = YEAR_MONTH.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return monthOf(Number(year), Number(month));
  const [, first, second] = MONTH_YEAR.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return monthOf(Number(second), Number(first));
  return readWorded(text) ?? readPeriod(text) ?? readEsrDate(text)?.day.slice(0, 7) ?? null;
}

function readWorded(text: string): string | null {
  const [, word, year] = WORDED.exec(text) ?? [];
  if (word === undefined || year === undefined) return null;
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return monthOf(year.length === 2 ? 2000 + Number(year) : Number(year), month);
}

/** A period of a financial year, which must name its two years. */
function readPeriod(text: string): string | null {
  const [, firstYear, nextYear, last] = PERIOD_LAST.exec(text) ?? [];
  const [, leading, year, following] = PERIOD_FIRST.exec(text) ?? [];
  const start = Number(firstYear ?? year);
  const next = Number(nextYear ?? following);
  const period = Number(last ?? leading);
  if ((start + 1) % CENTURY !== next % CENTURY || !(period >= 1 && period <= MONTHS_A_YEAR)) return null;
  const month = ((period - 1 + BEFORE_APRIL) % MONTHS_A_YEAR) + 1;
  return monthOf(month > BEFORE_APRIL ? start : start + 1, month);
}

const monthOf = (year: number, month: number): string | null => monthEndOf(year, month)?.slice(0, 7) ?? null;

/** Days of a month `YYYY-MM`. */
export function daysOfMonth(month: string): number {
  return Number(monthEndOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)))?.slice(8));
}
