import { isFigure, nameOfValue, reportUnitWords } from '#modules/report-layout';
import { neutralised } from '#platform';
import { sourceWords, type View, type ViewCell, type ViewColumn, type ViewTable } from '../view';

const NEEDS_QUOTES = /[",\r\n]/;

type Field = string | number | null;

function field(value: Field): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : neutralised(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The heading of a column with the unit of its figures. */
export function headingOf({ label, unit }: ViewColumn): string {
  const words = reportUnitWords(unit);
  return words === null ? label : `${label} (${words})`;
}

/** A number in the unit that stands beside it, every digit kept: shares as percentages, financial years in words. */
export function inUnit({ value, unit }: ViewCell): Field {
  if (typeof value !== 'number') return value;
  if (unit === 'share' || unit === 'points') return Number((value * 100).toPrecision(15));
  return unit === 'financial-year' ? nameOfValue(value, unit) : value;
}

function wide({ columns, rows }: ViewTable): readonly (readonly Field[])[] {
  return [columns.map(headingOf), ...rows.map((row) => row.map(inUnit))];
}

/** One line for each figure: several tables in one file that stays a table. */
function long(tables: readonly ViewTable[]): readonly (readonly Field[])[] {
  const lines = tables.flatMap(({ title, columns, rows }) =>
    rows.flatMap((row) => {
      const isName = (_: ViewCell, index: number) => !isFigure({ unit: columns[index]?.unit ?? 'text' });
      const name = row
        .filter(isName)
        .map(inUnit)
        .filter((value) => value !== null);
      return row.flatMap((cell, index): Field[][] =>
        isName(cell, index)
          ? []
          : [[title, name.join(', '), columns[index]?.label ?? '', inUnit(cell), reportUnitWords(cell.unit)]],
      );
    }),
  );
  return [['Table', 'Row', 'Figure', 'Value', 'Unit'], ...lines];
}

/**
 * A view as comma-separated values (RFC 4180), with a byte order mark so that Excel reads UTF-8. One table is
 * laid out as it is; several give one line for each figure. Every line ends with title, source, date and run,
 * so that the file stays one table. Texts that would be formulas are neutralised; numbers keep every digit.
 */
export function csvOf(view: View): string {
  const [first, ...others] = view.tables;
  const rows = first !== undefined && others.length === 0 ? wide(first) : long(view.tables);
  const { source } = view;
  const title = first !== undefined && others.length === 0 ? `${view.title}: ${first.title}` : view.title;
  const about: readonly Field[] = [title, sourceWords(source), source.calculatedAt, source.run];
  const lines = rows.map((row, index) => [...row, ...(index === 0 ? ABOUT_HEADINGS : about)]);
  return `\uFEFF${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

const ABOUT_HEADINGS = ['Title', 'Source', 'Calculated', 'Run'];
