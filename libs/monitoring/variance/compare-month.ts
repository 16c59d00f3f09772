import type { ComparedLine } from './lines';
import { payVariance, summedVariance } from './pay-variance';
import { sicknessVariance, turnoverVariance } from './rate-variance';
import { substantiveVariance, type ComparedYear } from './substantive-variance';
import { temporaryVariance } from './temporary-variance';
import type { Variance } from './variance';

const COMPARISONS: Readonly<Record<ComparedLine, (year: ComparedYear, month: number) => Variance | null>> = {
  substantive: substantiveVariance,
  bank: (year, month) => temporaryVariance(year, month, 'bank'),
  agency: (year, month) => temporaryVariance(year, month, 'agency'),
  pay: payVariance,
  sickness: sicknessVariance,
  turnover: turnoverVariance,
};

/** A line of a month against plan, split; null where plan or actual is not loaded. */
export function compareMonth(year: ComparedYear, month: number, line: ComparedLine): Variance | null {
  return COMPARISONS[line](year, month);
}

/** Pay from the beginning of the year to a month against plan; null where a month is not loaded. */
export function comparePayToDate(year: ComparedYear, month: number): Variance | null {
  const months = Array.from({ length: month + 1 }, (_, place) => payVariance(year, place));
  const loaded = months.filter((variance) => variance !== null);
  return loaded.length === months.length ? summedVariance(loaded) : null;
}
