import { isFigure, nameOfValue } from '#modules/report-layout';
import type { ReportUnit } from '#modules/reporting';
import type { PaperTable } from '../paper';

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const HUNDREDTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const CHANGE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const SHARE = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const MILLIONS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What stands where there is no figure; the papers say so once. */
export const NO_FIGURE = '–';

/** Zero without a sign: what rounds to nothing is not less than nothing. */
const settled = (value: number): number => (Math.abs(value) < 0.5 ? 0 : value);

export const whole = (value: number): string => WHOLE.format(settled(value));
export const change = (value: number): string => CHANGE.format(settled(value));
export const share = (value: number): string => SHARE.format(value);

/** Pounds: in millions from a hundred thousand on. */
export function pounds(value: number): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  return size >= 100_000 ? `${sign}£${MILLIONS.format(size / 1e6)}m` : `${sign}£${WHOLE.format(size)}`;
}

export { financialYearLabel as financialYear } from '#modules/report-layout';

/** `31 March 2027`, the end of the financial year 2026/27. */
export const yearEnd = (year: number): string => `31 March ${year + 1}`;

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** `27 November 2026`. @param iso a day or an instant */
export const day = (iso: string): string => DAY.format(new Date(iso));
/** `27 November 2026 at 14:05`, the time in London. */
export const moment = (iso: string): string => MOMENT.format(new Date(iso));

const AS_TEXT: Readonly<Partial<Record<ReportUnit, (value: number) => string>>> = {
  headcount: whole,
  fte: whole,
  share,
  pounds,
  ratio: (value) => HUNDREDTHS.format(value),
};

type Cell = PaperTable['table']['rows'][number][number];

/** A cell as it is read on paper. */
export function cellText({ value, unit }: Cell): string {
  if (value === null || value === '') return NO_FIGURE;
  if (typeof value === 'string') return nameOfValue(value.replace(/\s*\n\s*/g, '\n'), unit);
  if (!isFigure({ unit })) return nameOfValue(value, unit);
  return (AS_TEXT[unit] ?? ((figure: number) => TENTHS.format(figure)))(value);
}
