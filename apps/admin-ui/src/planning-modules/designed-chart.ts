import { nameOfValue, type ReportRow } from '#modules/report-layout';
import type { ReportColumn, ReportTable } from '../api/analysis-types';
import type { ChartData, ChartSeries } from '../charts/chart-data';
import type { ChartDesign } from './chart-designs';

/** The figure of a row; null where it has none. */
export function valueOf(row: ReportRow | undefined, key: string): number | null {
  const value = row?.[key];
  return typeof value === 'number' ? value : null;
}

function negative(value: number | null): number | null {
  return value === null || value === 0 ? value : -value;
}

/** Leaves out what is nothing throughout: it would only take room in the legend. */
export function withoutEmpty(series: readonly ChartSeries[]): ChartSeries[] {
  const kept = series.filter(({ values }) => values.some((value) => value !== null && value !== 0));
  return kept.length === 0 ? [...series] : kept;
}

/** What a design holds its figures against. */
export function referenceOf(design: ChartDesign | null | undefined): Pick<ChartData, 'reference'> {
  return design?.reference === undefined ? {} : { reference: design.reference };
}

/** Months since the year nought of `YYYY-MM`. */
function monthNumber(month: unknown): number {
  const [year = NaN, ofYear = NaN] = String(month).split('-').map(Number);
  return 12 * year + ofYear - 1;
}

/** What begins, grows and is in place from month to month: one bar for each row. */
function timeline(
  rows: readonly ReportRow[],
  [from, full, until]: readonly string[],
  along: ReportColumn,
): ChartData {
  const months = (key: string | undefined) => rows.map((row) => monthNumber(row[key ?? '']));
  const [begins, grown, ends] = [months(from), months(full), months(until)];
  const first = 12 * Math.floor(Math.min(...begins) / 12);
  const span = (to: readonly number[], since: readonly number[]) =>
    to.map((month, index) => Math.max(0, month - (since[index] ?? month)));
  return {
    kind: 'timeline',
    unit: 'months',
    categories: rows.map((row) => nameOfValue(row[along.key] ?? null, along.unit)),
    firstMonth: `${Math.floor(first / 12)}-01`,
    series: [
      { key: 'before', label: 'Before', values: begins.map((month) => month - first), isHidden: true },
      { key: 'growing', label: 'Coverage grows', values: span(grown, begins) },
      { key: 'in-place', label: 'Fully in place', values: span(ends, grown).map((months) => months + 1) },
    ],
  };
}

/** The chart of some rows of a table as it is designed, along a column: its time, or what its rows are about. */
export function designedChart(
  table: ReportTable,
  along: ReportColumn,
  rows: readonly ReportRow[],
  design: ChartDesign,
): ChartData {
  if (design.kind === 'timeline') return timeline(rows, design.figures, along);
  const columnOf = (key: string) => table.columns.find((column) => column.key === key);
  const { figures, outgoing = [], balance } = design;
  const keys = [...figures, ...outgoing, ...(balance === undefined ? [] : [balance])];
  const series = keys.flatMap((key): ChartSeries[] => {
    const column = columnOf(key);
    if (column === undefined) return [];
    const values = rows.map((row) => valueOf(row, key));
    return [
      {
        key,
        label: column.label,
        values: outgoing.includes(key) ? values.map(negative) : values,
        ...(outgoing.includes(key) ? { isOutgoing: true } : {}),
        ...(key === balance ? { isLine: true } : {}),
      },
    ];
  });
  return {
    ...referenceOf(design),
    kind: design.kind,
    unit: columnOf(figures[0] ?? '')?.unit ?? 'number',
    categories: rows.map((row) => nameOfValue(row[along.key] ?? null, along.unit)),
    series: withoutEmpty(series),
  };
}
