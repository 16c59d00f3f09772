import type { ReportColumn, ReportTable, ReportUnit } from '../reporting/module-report';
import { isFigure, nameOfValue, type ReportValue } from './report-words';
import { chosenRows, type TableChoice } from './table-choice';
import type { ReportRow, TableShape } from './table-shape';

/** One figure or word, and where in the report it stands. */
export interface ShownCell {
  readonly value: ReportValue;
  readonly unit: ReportUnit;
  readonly row: ReportRow | null;
  readonly column: string;
}

export interface ShownColumn {
  readonly key: string;
  readonly label: string;
  /** The unit of all its figures; null where they differ. */
  readonly unit: ReportUnit | null;
  readonly isFigure: boolean;
}

export interface ShownRow {
  readonly key: string;
  readonly header: string;
  /** The unit of all its figures; null where the columns or the heading say it. */
  readonly unit: ReportUnit | null;
  readonly cells: readonly ShownCell[];
}

/** A table as the page shows it: one row header, then cells in the order of the columns. */
export interface ShownTable {
  readonly rowHeading: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ShownRow[];
  /** What all figures are, where one figure is shown of many groups. */
  readonly about: ReportColumn | null;
}

function timeColumns({ time, times }: TableShape): ShownColumn[] {
  return times.map((value) => ({
    key: String(value),
    label: nameOfValue(value, time?.unit ?? 'text'),
    unit: null,
    isFigure: true,
  }));
}

function cellAt(
  rows: readonly ReportRow[],
  time: ReportColumn | null,
  at: string | number,
  column: ReportColumn,
) {
  const row = rows.find((candidate) => candidate[time?.key ?? ''] === at) ?? null;
  return { value: row?.[column.key] ?? null, unit: column.unit, row, column: column.key };
}

/** Every figure of one group, or of the only one: a row for each figure, a column for each period. */
function figuresDown(shape: TableShape, rows: readonly ReportRow[]) {
  return shape.figures.map((figure) => ({
    key: figure.key,
    header: figure.label,
    unit: figure.unit,
    cells: shape.times.map((at) => cellAt(rows, shape.time, at, figure)),
  }));
}

/** One figure: a row for each group, a column for each period. */
function groupsDown(shape: TableShape, rows: readonly ReportRow[], figure: ReportColumn) {
  const label = shape.labels[0]?.key ?? '';
  return shape.groups.map((group) => {
    const ofGroup = rows.filter((row) => row[label] === group);
    return {
      key: group,
      header: group,
      unit: null,
      cells: shape.times.map((at) => cellAt(ofGroup, shape.time, at, figure)),
    };
  });
}

function flat(table: ReportTable, columns: readonly ReportColumn[], rows: readonly ReportRow[]): ShownTable {
  const [first, ...others] = columns;
  return {
    rowHeading: first?.label ?? table.title,
    columns: others.map((column) => ({
      key: column.key,
      label: column.label,
      unit: column.unit,
      isFigure: isFigure(column),
    })),
    rows: rows.map((row, index) => ({
      key: String(index),
      header: first === undefined ? '' : nameOfValue(row[first.key] ?? null, first.unit),
      unit: null,
      cells: others.map(({ key, unit }) => ({ value: row[key] ?? null, unit, row, column: key })),
    })),
    about: null,
  };
}

/** The columns that a choice leaves: what all rows share isn't repeated in each. */
function columnsOf(table: ReportTable, { time, figures }: TableShape, choice: TableChoice) {
  if (choice.kind === 'group' && time !== null) return [time, ...figures];
  return choice.kind === 'time' ? table.columns.filter(({ key }) => key !== time?.key) : table.columns;
}

/** Lays out a table for what is chosen of it. */
export function shownTable(table: ReportTable, shape: TableShape, choice: TableChoice): ShownTable {
  const rows = chosenRows(table, shape, choice);
  const isChosen = choice.kind !== 'all' || shape.groups.length < 2;
  if (shape.layout === 'across' && isChosen) {
    const figure = shape.figures.find(({ key }) => choice.kind === 'figure' && key === choice.key);
    const [label] = shape.labels;
    const columns = timeColumns(shape);
    return figure === undefined || label === undefined
      ? { rowHeading: 'Line', columns, rows: figuresDown(shape, rows), about: null }
      : { rowHeading: label.label, columns, rows: groupsDown(shape, rows, figure), about: figure };
  }
  return flat(table, columnsOf(table, shape, choice), rows);
}
