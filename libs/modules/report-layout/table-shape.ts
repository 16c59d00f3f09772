import type { ReportColumn, ReportTable } from '../reporting/module-report';
import { isFigure } from './report-words';

export type ReportRow = ReportTable['rows'][number];

/** Figures by more periods than this are read down the page, one row for each period. */
const MOST_ACROSS = 10;

/** How a table is made: what its rows are about, by which period, and which figures they carry. */
export interface TableShape {
  /** The column of years or months; null for a table without one, or with several. */
  readonly time: ReportColumn | null;
  /** Columns that say what a row is about, the time left out. */
  readonly labels: readonly ReportColumn[];
  readonly figures: readonly ReportColumn[];
  /** The periods in the order of the rows. */
  readonly times: readonly (string | number)[];
  /** What the rows are about, in the order of the rows; where there is one column that says it. */
  readonly groups: readonly string[];
  /**
   * `across`: periods can be columns, because each row is one figure set of one group in one period;
   * `down`: one row for each period; `flat`: as it comes.
   */
  readonly layout: 'across' | 'down' | 'flat';
}

function isTime({ unit }: ReportColumn): boolean {
  return unit === 'month' || unit === 'financial-year';
}

/** The values of a column in the order in which they first come, without what is empty. */
export function distinct(rows: readonly ReportRow[], key: string): (string | number)[] {
  const values = rows.map((row) => row[key] ?? null);
  return [...new Set(values.filter((value): value is string | number => value !== null && value !== ''))];
}

function layoutOf(table: ReportTable, time: ReportColumn, labels: readonly ReportColumn[]) {
  if (labels.length > 1) return 'flat';
  const [label] = labels;
  const placeOf = (row: ReportRow) => `${label === undefined ? '' : row[label.key]} ${row[time.key]}`;
  const isComplete = table.rows.every((row) => typeof row[time.key] !== 'object');
  const places = new Set(table.rows.map(placeOf));
  if (!isComplete || places.size !== table.rows.length) return 'flat';
  return distinct(table.rows, time.key).length <= MOST_ACROSS ? 'across' : 'down';
}

/** Reads from columns and rows how a table can be laid out. */
export function shapeOf(table: ReportTable): TableShape {
  const timeColumns = table.columns.filter(isTime);
  const time = timeColumns.length === 1 ? (timeColumns[0] ?? null) : null;
  const labels = table.columns.filter((column) => !isFigure(column) && column !== time);
  const [label] = labels;
  return {
    time,
    labels,
    figures: table.columns.filter(isFigure),
    times: time === null ? [] : distinct(table.rows, time.key),
    groups: labels.length === 1 && label !== undefined ? distinct(table.rows, label.key).map(String) : [],
    layout: time === null ? 'flat' : layoutOf(table, time, labels),
  };
}
