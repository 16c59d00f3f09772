import type { FaultDescription } from '../imports/import-fault';
import { quoted } from '../imports/import-fault';

/** Marks with which publishers withhold a small figure; a blank cell is one too. */
const SUPPRESSION_MARKS: ReadonlySet<string> = new Set(['', '*', '[c]']);

const PLAIN_DECIMAL = /^\d{1,13}(?:\.\d{1,5})?$/;
const LONG_DECIMAL = /^\d{1,13}(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;
const LARGEST = 1e13;
const DECIMAL_PLACES = 5;

/** A decimal as text of at most five places, null when withheld, or what is wrong with it. */
export type FigureReading = string | null | Pick<FaultDescription, 'rule' | 'message' | 'fix'>;

/**
 * Reads a published figure: a number from 0 up. Binary noise of spreadsheets (`1987.7701399999999`) is
 * rounded off at the fifth place.
 */
export function readFigure(field: string): FigureReading {
  if (PLAIN_DECIMAL.test(field)) return field;
  const text = field.trim();
  if (SUPPRESSION_MARKS.has(text)) return null;
  if (LONG_DECIMAL.test(text) && Number(text) < LARGEST) return Number(text).toFixed(DECIMAL_PLACES);
  return faultOfFigure(text);
}

function faultOfFigure(text: string): Pick<FaultDescription, 'rule' | 'message' | 'fix'> {
  if (/^-\s*\d/.test(text)) {
    return {
      rule: 'not-negative',
      message: `${quoted(text)} is negative.`,
      fix: 'Use the published figure; leave a withheld one blank.',
    };
  }
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) {
    return {
      rule: 'is-number',
      message: `${quoted(text)} has thousands separators.`,
      fix: `Write ${text.replaceAll(',', '')}.`,
    };
  }
  return {
    rule: 'is-number',
    message: `${quoted(text)} is not a number.`,
    fix: 'Use a plain number such as 1234.5; leave a withheld figure blank.',
  };
}

const DAY_MONTH_YEAR = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const YEAR_MONTH_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The last day of a month as `YYYY-MM-DD`; null when there is no such month. */
export function monthEndOf(year: number, month: number): string | null {
  if (month < 1 || month > 12 || year < 1990 || year > 2100) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${lastDay}`;
}

/** Reads `dd/mm/yyyy` or `yyyy-mm-dd` as `YYYY-MM-DD`; null when it is no date. */
export function readDay(field: string): string | null {
  const text = field.trim();
  const [, day, month, year] = DAY_MONTH_YEAR.exec(text) ?? [];
  const iso = day === undefined ? text : `${year}-${month}-${day}`;
  if (!YEAR_MONTH_DAY.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Reads the last day of a month; null when the field is another day or no date. */
export function readMonthEnd(field: string): string | null {
  const day = readDay(field);
  if (day === null) return null;
  return monthEndOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))) === day ? day : null;
}

/** Why a date was refused, with the likely cause. */
export function faultOfDate(field: string): Pick<FaultDescription, 'rule' | 'message' | 'fix'> {
  if (/^\d{5}(\.\d+)?$/.test(field.trim())) {
    return {
      rule: 'is-date',
      message: `${quoted(field)} is a date number of Excel.`,
      fix: 'Format the column as text dd/mm/yyyy before saving, or import the published file as it is.',
    };
  }
  return {
    rule: 'is-date',
    message: `${quoted(field)} is not the last day of a month.`,
    fix: 'Write the month end as dd/mm/yyyy, for instance 31/01/2025.',
  };
}
