import type { ReportColumn, ReportUnit } from './module-report';

/** A column of a table: key, label, unit. */
export function column(key: string, label: string, unit: ReportUnit): ReportColumn {
  return { key, label, unit };
}

/** The columns with which most tables begin. */
export const STAFF_GROUP_COLUMN = column('staffGroup', 'Staff group', 'text');
export const YEAR_COLUMN = column('year', 'Year', 'financial-year');
