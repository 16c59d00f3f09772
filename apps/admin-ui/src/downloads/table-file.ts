import { unitWords, type ReportValue } from '../planning-modules/report-value';
import type { ReportUnit } from '../api/analysis-types';
import type { ShownCell, ShownTable } from '../planning-modules/shown-table';
import type { FigureSource } from '../plan/figure-source';
import { csvOf } from './csv';

function labelled(label: string, unit: ReportUnit | null): string {
  const words = unit === null ? null : unitWords(unit);
  return words === null ? label : `${label} (${words})`;
}

/** The value in the unit that the heading names: shares as percentages, pounds in pounds, every digit kept. */
function inUnit({ value, unit }: Pick<ShownCell, 'value' | 'unit'>): ReportValue {
  if (typeof value !== 'number' || (unit !== 'share' && unit !== 'points')) return value;
  return Number((value * 100).toPrecision(15));
}

/** The table as it is shown, as comma-separated values. */
export function tableCsv(table: ShownTable): string {
  const aboutUnit = table.about?.unit ?? null;
  return csvOf([
    [table.rowHeading, ...table.columns.map(({ label, unit }) => labelled(label, unit ?? aboutUnit))],
    ...table.rows.map((row) => [labelled(row.header, row.unit), ...row.cells.map(inUnit)]),
  ]);
}

/** The table as it is shown, as JSON: with its source, shares as fractions. */
export function tableJson(title: string, table: ShownTable, source: FigureSource): string {
  const { rowHeading, about, columns, rows } = table;
  const content = {
    title,
    source,
    rowHeading,
    figure: about,
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows: rows.map(({ key, header, cells }) => ({
      key,
      label: header,
      values: cells.map(({ value, unit }) => ({ value, unit })),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
