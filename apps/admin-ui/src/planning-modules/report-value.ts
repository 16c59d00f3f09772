import { nameOfValue, reportUnitWords, type ReportValue } from '#modules/report-layout';
import type { ReportTable, ReportUnit } from '../api/analysis-types';
import { formatCount, formatPercent, formatPounds } from '../words/numbers';

const MINUS = '−';
const RATIO = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const FEW_DECIMALS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** From this amount on, a table of pounds is shown in thousands. */
const THOUSANDS_FROM = 1e7;

/** How pounds are written in one table, so that its figures can be compared by eye. */
export type PoundsScale = 'pounds' | 'thousands';

/** The scale for the largest amount of a table. */
function poundsScaleOf(amounts: readonly number[]): PoundsScale {
  return amounts.some((amount) => Math.abs(amount) >= THOUSANDS_FROM) ? 'thousands' : 'pounds';
}

/** The scale of all amounts of a table, whatever of it is shown. */
export function scaleOf(table: ReportTable): PoundsScale {
  const pounds = table.columns.filter(({ unit }) => unit === 'pounds');
  const amounts = table.rows.flatMap((row) => pounds.map(({ key }) => row[key]));
  return poundsScaleOf(amounts.filter((amount): amount is number => typeof amount === 'number'));
}

function withMinusSign(text: string): string {
  return (/[1-9]/.test(text) ? text : text.replace('-', '')).replace('-', MINUS);
}

type NumberWriter = (value: number, scale: PoundsScale) => string;

const plain: NumberWriter = (value) => withMinusSign(FEW_DECIMALS.format(value));

const WRITERS: Readonly<Record<ReportUnit, NumberWriter>> = {
  headcount: formatCount,
  fte: formatCount,
  share: formatPercent,
  points: (value) => withMinusSign(ONE_DECIMAL.format(value * 100)),
  ratio: (value) => withMinusSign(RATIO.format(value)),
  pounds: (value, scale) => withMinusSign(WHOLE.format(scale === 'thousands' ? value / 1000 : value)),
  'financial-year': (value) => nameOfValue(value, 'financial-year'),
  text: plain,
  month: plain,
  months: plain,
  number: plain,
};

/** A cell as the table shows it, without its unit; a dash where it has no value. */
export function cellText(value: ReportValue, unit: ReportUnit, scale: PoundsScale = 'pounds'): string {
  if (value === null) return '–';
  if (typeof value === 'number') return WRITERS[unit](value, scale);
  return nameOfValue(value, unit);
}

/** The unit in words, as it stands beside a column's label; null where the figures say it themselves. */
export function unitWords(unit: ReportUnit, scale: PoundsScale = 'pounds'): string | null {
  if (unit === 'pounds' && scale === 'thousands') return '£000';
  return reportUnitWords(unit);
}

/** A key figure with its unit: `1,250 WTE`, `£26.1m`, `8.5%`. */
export function figureText(value: number | null, unit: ReportUnit): string {
  if (value === null) return 'No value';
  if (unit === 'pounds') return formatPounds(value);
  const words = unitWords(unit);
  const text = cellText(value, unit);
  return words === null || unit === 'share' ? text : `${text} ${words}`;
}
