import type { ReportTable } from '../reporting/module-report';
import type { ReportRow } from './table-shape';

/** A table of a report by its key; undefined where the report has none with rows. */
export function tableWithRows(tables: readonly ReportTable[], key: string): ReportTable | undefined {
  return tables.find((table) => table.key === key && table.rows.length > 0);
}

function sumOf(rows: readonly ReportRow[], key: string): number | null {
  const values = rows.map((row) => row[key]).filter((value) => typeof value === 'number');
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

/** What a table is summed over and how the sum is called. */
export interface Summing {
  readonly key: string;
  readonly title: string;
  /** Keys of the columns that stay; the first says what a row is about. */
  readonly by: readonly string[];
  /** Keys of the figures that are summed; a row without any stays without. */
  readonly figures: readonly string[];
}

/** A table with its figures summed over everything but the columns that stay, in the order of its rows; rows
 * that stand for nothing there are left out. */
export function summedTable(table: ReportTable, { key, title, by, figures }: Summing): ReportTable {
  const groups = new Map<string, ReportRow[]>();
  for (const row of table.rows.filter((each) => by.every((column) => each[column] !== null))) {
    const name = by.map((column) => String(row[column])).join('|');
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const kept = [...by, ...figures];
  return {
    key,
    title,
    columns: kept.flatMap((column) => table.columns.filter((candidate) => candidate.key === column)),
    rows: [...groups.values()].map((rows) =>
      Object.fromEntries([
        ...by.map((column) => [column, rows[0]?.[column] ?? null] as const),
        ...figures.map((figure) => [figure, sumOf(rows, figure)] as const),
      ]),
    ),
  };
}
