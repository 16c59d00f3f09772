import { chosenRows, type ReportRow, type TableChoice, type TableShape } from '#modules/report-layout';
import type { ReportColumn, ReportTable } from '../api/analysis-types';
import type { ChartData, ChartSeries } from '../charts/chart-data';
import { CHART_DESIGNS, type ChartDesign } from './chart-designs';
import { cellText } from './report-value';

/** More lines than this in one chart can't be told apart. */
const MOST_LINES = 5;

function valueOf(row: ReportRow | undefined, key: string): number | null {
  const value = row?.[key];
  return typeof value === 'number' ? value : null;
}

function negative(value: number | null): number | null {
  return value === null || value === 0 ? value : -value;
}

function hasFigures({ series }: ChartData): boolean {
  return series.some(({ values }) => values.some((value) => value !== null && value !== 0));
}

/** Leaves out what is nothing throughout: it would only take room in the legend. */
function withoutEmpty(series: readonly ChartSeries[]): ChartSeries[] {
  const kept = series.filter(({ values }) => values.some((value) => value !== null && value !== 0));
  return kept.length === 0 ? [...series] : kept;
}

function designed(table: ReportTable, time: ReportColumn, rows: readonly ReportRow[], design: ChartDesign) {
  const columnOf = (key: string) => table.columns.find((column) => column.key === key);
  const along = columnOf(design.along ?? time.key) ?? time;
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
    kind: design.kind,
    unit: columnOf(figures[0] ?? '')?.unit ?? 'number',
    categories: rows.map((row) => cellText(row[along.key] ?? null, along.unit)),
    series: withoutEmpty(series),
  } satisfies ChartData;
}

/** The columns that share the unit of the last one: figures of different units don't share an axis. */
function comparable(figures: readonly ReportColumn[]): readonly ReportColumn[] {
  const unit = figures.at(-1)?.unit;
  return figures.filter((column) => column.unit === unit).slice(-MOST_LINES);
}

function linesOfFigures(shape: TableShape, time: ReportColumn, rows: readonly ReportRow[]): ChartData {
  const figures = comparable(shape.figures);
  return {
    kind: 'lines',
    unit: figures[0]?.unit ?? 'number',
    categories: rows.map((row) => cellText(row[time.key] ?? null, time.unit)),
    series: withoutEmpty(
      figures.map(({ key, label }) => ({ key, label, values: rows.map((row) => valueOf(row, key)) })),
    ),
  };
}

function figureOfGroups(table: ReportTable, shape: TableShape, time: ReportColumn, key: string): ChartData {
  const label = shape.labels[0]?.key ?? '';
  const unit = shape.figures.find((figure) => figure.key === key)?.unit ?? 'number';
  const at = (group: string, moment: string | number) =>
    valueOf(
      table.rows.find((row) => row[label] === group && row[time.key] === moment),
      key,
    );
  if (shape.groups.length <= MOST_LINES) {
    return {
      kind: 'lines',
      unit,
      categories: shape.times.map((moment) => cellText(moment, time.unit)),
      series: shape.groups.map((group) => ({
        key: group,
        label: group,
        values: shape.times.map((moment) => at(group, moment)),
      })),
    };
  }
  const last = shape.times.at(-1) ?? '';
  return {
    kind: 'bars',
    unit,
    categories: shape.groups,
    series: [{ key, label: cellText(last, time.unit), values: shape.groups.map((group) => at(group, last)) }],
  };
}

function chartFor(key: string, table: ReportTable, shape: TableShape, choice: TableChoice): ChartData | null {
  const design = CHART_DESIGNS[key];
  const { time } = shape;
  if (design?.along !== undefined) {
    const [first] = table.columns;
    return first === undefined ? null : designed(table, first, table.rows, design);
  }
  if (time === null || shape.layout === 'flat' || shape.times.length < 2) return null;
  if (choice.kind === 'figure') return figureOfGroups(table, shape, time, choice.key);
  if (shape.groups.length > 1 && choice.kind === 'all') return null;
  if (design === null) return null;
  const rows = chosenRows(table, shape, choice);
  return design === undefined ? linesOfFigures(shape, time, rows) : designed(table, time, rows, design);
}

/**
 * The chart of what is chosen of a table; null where it has no course over time, or nothing but zeros.
 *
 * @param key `<module> <table>`, which a chart can be designed for
 */
export function chartOfTable(
  key: string,
  table: ReportTable,
  shape: TableShape,
  choice: TableChoice,
): ChartData | null {
  const data = chartFor(key, table, shape, choice);
  return data !== null && hasFigures(data) ? data : null;
}
