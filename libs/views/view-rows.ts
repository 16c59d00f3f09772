import type { ReportColumn, ReportTable, ReportUnit } from '#modules/reporting';
import { tableOfReport, type ViewTable } from './view';

/** A column of a table: key, label, unit. */
export function column(key: string, label: string, unit: ReportUnit = 'text'): ReportColumn {
  return { key, label, unit };
}

/** A table of rows by the keys of its columns. */
export function tableOf(
  [key, title]: readonly [key: string, title: string],
  columns: readonly ReportColumn[],
  rows: ReportTable['rows'],
): ViewTable {
  return tableOfReport({ key, title, columns, rows });
}
