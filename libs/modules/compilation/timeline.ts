import type { ProjectionCalendar } from '../projection/projection-input';

/** The months of a projection: month `t` runs from stock `t` to stock `t + 1`. */
export interface Timeline {
  /** Number of simulated months. */
  readonly months: number;
  /** Month ends as `YYYY-MM`: the baseline month, then one per simulated month. */
  readonly monthEnds: readonly string[];
  /** Index into yearly values of each simulated month; 0 is the financial year before the round's first. */
  readonly yearOfMonth: readonly number[];
  /** Place of each simulated month in its financial year; 0 is April. */
  readonly placeInYear: readonly number[];
  /** Stocks at which cells are kept: the opening and each 31 March. */
  readonly yearEnds: readonly number[];
}

const MONTHS_A_YEAR = 12;
/** April, the first month of the financial year, counted from 0. */
const APRIL = 3;

/**
 * Months from the baseline to 31 March after the last year. Months before the year that precedes the
 * round's first take that year's values.
 *
 * @throws RangeError if the baseline month is not before the end of the projection.
 */
export function timelineOf({ baselineMonth, firstYear, years }: ProjectionCalendar): Timeline {
  const baseline = monthNumber(baselineMonth);
  const end = (firstYear + years) * MONTHS_A_YEAR + APRIL - 1;
  const months = end - baseline;
  if (months < 1)
    throw new RangeError(`the baseline month ${baselineMonth} is not before the projection's end`);
  const simulated = Array.from({ length: months }, (_, month) => baseline + 1 + month);
  const sinceApril = simulated.map((month) => month - APRIL);
  const placeInYear = sinceApril.map((month) => month % MONTHS_A_YEAR);
  return {
    months,
    monthEnds: [baseline, ...simulated].map(monthText),
    yearOfMonth: sinceApril.map((month) => Math.max(0, Math.floor(month / MONTHS_A_YEAR) - firstYear + 1)),
    placeInYear,
    yearEnds: [0, ...placeInYear.flatMap((place, month) => (place === MONTHS_A_YEAR - 1 ? [month + 1] : []))],
  };
}

/** Calendar years in which the financial years of yearly values begin; index 0 is the year before the round's first. */
export function yearsOf({ firstYear, years }: ProjectionCalendar): readonly number[] {
  return Array.from({ length: years + 1 }, (_, index) => firstYear - 1 + index);
}

/**
 * Place of a month written `YYYY-MM` among the simulated months: 0 is the month after the baseline,
 * negative values lie before it.
 */
export function placeOfMonth({ monthEnds }: Pick<Timeline, 'monthEnds'>, month: string): number {
  return monthNumber(month) - monthNumber(monthEnds[0] ?? month) - 1;
}

/** Months since year 0 of a month written `YYYY-MM` (or of a date that begins so). */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5, 7)) - 1;
}

/** `YYYY-MM` of a month counted from year 0. */
export function monthText(month: number): string {
  const year = Math.floor(month / MONTHS_A_YEAR);
  return `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}`;
}
