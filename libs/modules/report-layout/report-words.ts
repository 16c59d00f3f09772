import { financialYearLabel } from './financial-year';
import type { ReportColumn, ReportUnit } from '../reporting/module-report';

/** What a cell of a report holds. */
export type ReportValue = string | number | null;

/** True for columns whose cells are numbers to be aligned and compared; years and months are not. */
export function isFigure({ unit }: Pick<ReportColumn, 'unit'>): boolean {
  return unit !== 'text' && unit !== 'month' && unit !== 'financial-year';
}

const UNIT_WORDS: Readonly<Partial<Record<ReportUnit, string>>> = {
  headcount: 'people',
  fte: 'WTE',
  share: '%',
  points: 'percentage points',
  pounds: '£',
  months: 'months',
};

/** The unit in words, as it stands beside a column's label; null where the figures say it themselves. */
export function reportUnitWords(unit: ReportUnit): string | null {
  return UNIT_WORDS[unit] ?? null;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2027-03` as `March 2027`; anything else as it is. */
function monthName(text: string): string {
  const [year, month] = text.split('-');
  const name = /^\d{4}-\d{2}$/.test(text) ? MONTHS[Number(month) - 1] : undefined;
  return name === undefined ? text : `${name} ${year}`;
}

/** What a row or a column is named by: financial years and months in words, anything else as it is. */
export function nameOfValue(value: ReportValue, unit: ReportUnit): string {
  if (value === null) return '–';
  if (unit === 'financial-year' && typeof value === 'number') {
    return financialYearLabel(value);
  }
  return unit === 'month' ? monthName(String(value)) : String(value);
}
