import {
  chosenRows,
  nameOfValue,
  type ReportRow,
  type TableChoice,
  type TableShape,
} from '#modules/report-layout';
import type { ReportColumn, ReportTable } from '../api/analysis-types';
import type { ChartData } from '../charts/chart-data';
import { CHART_DESIGNS, type ChartDesign } from './chart-designs';
import { designedChart, referenceOf, valueOf, withoutEmpty } from './designed-chart';

/** More lines than this in one chart can't be told apart. */
const MOST_LINES = 5;

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
    categories: rows.map((row) => nameOfValue(row[time.key] ?? null, time.unit)),
    series: withoutEmpty(
      figures.map(({ key, label }) => ({ key, label, values: rows.map((row) => valueOf(row, key)) })),
    ),
  };
}

/** One figure of all groups, as a table has it. */
interface FigureOfGroups {
  readonly table: ReportTable;
  readonly shape: TableShape;
  readonly time: ReportColumn;
  readonly figure: string;
  readonly design: ChartDesign | null | undefined;
}

/** A line for each group over time, or the groups on top of each other where they make up a whole. */
function groupsOverTime(
  of: FigureOfGroups,
  at: (group: string, moment: string | number) => number | null,
): ChartData {
  const { shape, time, figure, design } = of;
  return {
    ...referenceOf(design),
    kind: design?.stacksGroups === true ? 'stacked' : 'lines',
    unit: shape.figures.find(({ key }) => key === figure)?.unit ?? 'number',
    categories: shape.times.map((moment) => nameOfValue(moment, time.unit)),
    series: withoutEmpty(
      shape.groups.map((group) => ({
        key: group,
        label: group,
        values: shape.times.map((moment) => at(group, moment)),
      })),
    ),
  };
}

function figureOfGroups(of: FigureOfGroups): ChartData {
  const { table, shape, time, figure, design } = of;
  const label = shape.labels[0]?.key ?? '';
  const at = (group: string, moment: string | number) =>
    valueOf(
      table.rows.find((row) => row[label] === group && row[time.key] === moment),
      figure,
    );
  if (shape.groups.length <= MOST_LINES || design?.stacksGroups === true) return groupsOverTime(of, at);
  const last = shape.times.at(-1) ?? '';
  return {
    ...referenceOf(design),
    kind: 'bars',
    unit: shape.figures.find(({ key }) => key === figure)?.unit ?? 'number',
    categories: shape.groups,
    series: [
      {
        key: figure,
        label: nameOfValue(last, time.unit),
        values: shape.groups.map((group) => at(group, last)),
      },
    ],
  };
}

/** The chart of what its rows are about, not of a course over time. */
function chartAlong(
  table: ReportTable,
  shape: TableShape,
  choice: TableChoice,
  design: ChartDesign,
): ChartData | null {
  const along = table.columns.find(({ key }) => key === design.along);
  return along === undefined ? null : designedChart(table, along, chosenRows(table, shape, choice), design);
}

function chartFor(key: string, table: ReportTable, shape: TableShape, choice: TableChoice): ChartData | null {
  const design = CHART_DESIGNS[key];
  const { time } = shape;
  if (design?.along !== undefined) return chartAlong(table, shape, choice, design);
  if (time === null || shape.layout === 'flat' || shape.times.length < 2) return null;
  if (choice.kind === 'figure') return figureOfGroups({ table, shape, time, figure: choice.key, design });
  if (shape.groups.length > 1 && choice.kind === 'all') return null;
  if (design === null) return null;
  const rows = chosenRows(table, shape, choice);
  return design === undefined ? linesOfFigures(shape, time, rows) : designedChart(table, time, rows, design);
}

function hasFigures({ series }: ChartData): boolean {
  return series.some(({ values }) => values.some((value) => value !== null && value !== 0));
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
