import { readDay } from '../../formats/field-values';

/** WTE is carried in hundred-thousandths, so that sums and differences are exact. */
export const FTE_SCALE = 1e5;
/** More is hours, not WTE. */
const MOST_FTE = 2;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TIME_OF_DAY = /[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;
const WORDED = /^(\d{1,2})[- /]([a-z]{3})[a-z]*[- /](\d{4})$/i;
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const SERIAL = /^\d{4,5}(\.\d+)?$/;
/** Day 0 of Excel's calendar (it believes in 29 February 1900, so that later days are two further on). */
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;
/** 1 January 1920 and 31 December 2100 as days of Excel. */
const SERIAL_RANGE = { first: 7_306, last: 73_415 } as const;

export interface ReadDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** It was a date number of Excel. */
  readonly isSerial: boolean;
}

/**
 * Reads a date as extracts have them: `31/03/2026`, `31-MAR-2026`, `2026-03-31`, each with or without a
 * time of day, or a date number of Excel. Null when it is none; the day comes before the month.
 */
export function readEsrDate(field: string): ReadDate | null {
  const text = field.trim().replace(TIME_OF_DAY, '');
  if (SERIAL.test(text)) return readSerial(Number(text));
  const [, day, word, year] = WORDED.exec(text) ?? [];
  if (day !== undefined && word !== undefined && year !== undefined) {
    return toDate(day, String(MONTHS.indexOf(word.toLowerCase()) + 1), year);
  }
  const [, first, second, third] = NUMBERS.exec(text) ?? [];
  if (first !== undefined && second !== undefined && third !== undefined) return toDate(first, second, third);
  const iso = readDay(text);
  return iso === null ? null : { day: iso, isSerial: false };
}

function readSerial(serial: number): ReadDate | null {
  if (serial < SERIAL_RANGE.first || serial > SERIAL_RANGE.last) return null;
  const time = EXCEL_DAY_ZERO + Math.floor(serial) * DAY_MILLISECONDS;
  return { day: new Date(time).toISOString().slice(0, 10), isSerial: true };
}

function toDate(day: string, month: string, year: string): ReadDate | null {
  const iso = readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return iso === null ? null : { day: iso, isSerial: false };
}

/** What a WTE field holds: hundred-thousandths, nothing, or what is wrong with it. */
export type ReadFte = number | null | 'not-a-number' | 'negative' | 'too-large';

/** Reads WTE: `0.6`, `1`, `.5`, blank. */
export function readFte(field: string): ReadFte {
  const text = field.trim();
  if (text === '') return null;
  if (!/^-?(\d{1,6}(\.\d*)?|\.\d+)(e-?\d{1,2})?$/i.test(text)) return 'not-a-number';
  const value = Number(text);
  if (value < 0) return 'negative';
  return value > MOST_FTE ? 'too-large' : Math.round(value * FTE_SCALE);
}

/** Reads a yes or no; null when it is neither. */
export function readFlag(field: string): boolean | null {
  const text = field.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'primary'].includes(text)) return true;
  if (['no', 'n', 'false', '0', 'secondary', ''].includes(text)) return false;
  return null;
}

/** Age bands of an extract, ascending, five years wide as the ESR has them; the first and last are open. */
export const ESR_AGE_BANDS = [
  { code: 'under-21', fromAge: 16, widthYears: 5 },
  ...Array.from({ length: 10 }, (_, index) => ({
    code: `${21 + 5 * index}-${25 + 5 * index}`,
    fromAge: 21 + 5 * index,
    widthYears: 5,
  })),
  { code: '71-and-over', fromAge: 71, widthYears: null },
] as const;

const LAST_BAND = ESR_AGE_BANDS.length - 1;
/** Ages of people at work; others are mistakes. */
const AGES_AT_WORK = { youngest: 14, oldest: 100 } as const;

/** Index of the age band of someone of an age; null when nobody at work is of it. */
export function ageBandOf(age: number): number | null {
  if (!(age >= AGES_AT_WORK.youngest && age <= AGES_AT_WORK.oldest)) return null;
  return Math.min(LAST_BAND, Math.max(0, Math.ceil((age - 20) / 5)));
}

/** Index of the age band that a label names (`<=20 Years`, `21-25`, `>=71 Years`); null when it names none. */
export function readAgeBand(field: string): number | null {
  const ages = (field.match(/\d+/g) ?? []).map(Number);
  const [first, last] = ages;
  if (first === undefined || ages.length > 2) return null;
  if (last !== undefined) {
    const band = ageBandOf(first);
    return band !== null && last >= first && ageBandOf(last) === band ? band : null;
  }
  if (/<|under|below/i.test(field)) return first <= 21 ? 0 : null;
  if (/>|over|\+|above/i.test(field)) return first >= 70 ? LAST_BAND : null;
  return ageBandOf(first);
}

/** Whole years from a day of birth to a day. */
export function ageAt(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
