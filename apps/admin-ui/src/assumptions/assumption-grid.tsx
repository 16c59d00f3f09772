import { memo, useRef, type ReactNode, type RefObject } from 'react';
import { withUnit } from './grid/cell-text';
import { FillHandle } from './fill-handle';
import { EmptyCell, GridCell, type CellPlace } from './grid-cell';
import type { GridView, RowView } from './grid/grid-model';
import { rectangleOf, type Rectangle } from './grid/selection';
import type { CellEditing } from './use-cell-editor';
import type { GridController } from './use-grid-controller';
import { useRowWindow, type RowWindow } from './use-row-window';

/** Where a row is touched by the selection or a fill; numbers, so that untouched rows are not drawn again. */
interface RowMarks {
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly filledFrom: number;
  readonly filledTo: number;
  readonly focus: number;
}

interface GridRowProps extends RowMarks {
  readonly row: RowView;
  readonly index: number;
  readonly years: GridView['years'];
  /** Null where the grid has one parameter, whose name stands above it. */
  readonly parameter: string | null;
  readonly describedBy: string;
  readonly editing: CellEditing | null;
  /** Who else is in the row's cells: a line for each, `column name`; a text, so that other rows stay as drawn. */
  readonly others: string;
}

const NOWHERE = -1;

function span(rectangle: Rectangle | null, row: number): readonly [number, number] {
  const holds = rectangle !== null && row >= rectangle.top && row <= rectangle.bottom;
  return holds ? [rectangle.left, rectangle.right] : [NOWHERE, NOWHERE];
}

function marksOf({ selection, fillTarget }: GridController, row: number): RowMarks {
  const [selectedFrom, selectedTo] = span(rectangleOf(selection), row);
  const [filledFrom, filledTo] = span(fillTarget, row);
  return {
    selectedFrom,
    selectedTo,
    filledFrom,
    filledTo,
    focus: row === selection.focus.row ? selection.focus.column : NOWHERE,
  };
}

function placeIn(marks: RowMarks, column: number): CellPlace {
  return {
    isSelected: column >= marks.selectedFrom && column <= marks.selectedTo,
    isFocus: column === marks.focus,
    isFilled: column >= marks.filledFrom && column <= marks.filledTo,
  };
}

function othersIn(row: RowView, others: ReadonlyMap<string, string>): string {
  if (others.size === 0) return '';
  const named = row.cells.map((cell, column) => {
    const name = cell === null ? undefined : others.get(cell.key);
    return name === undefined ? '' : `${column} ${name}`;
  });
  return named.filter((line) => line !== '').join('\n');
}

/** Over how many columns a cell may write: its own and those without a value after it. */
function spanOf({ cells }: RowView, column: number): number {
  const next = cells.findIndex((cell, place) => place > column && cell !== null);
  return (next < 0 ? cells.length : next) - column;
}

function RowHeading({ row, parameter }: Pick<GridRowProps, 'row' | 'parameter'>) {
  const { depth, name } = row.staffGroup;
  return (
    <th scope="row" className="wt-sticky" title={parameter === null ? undefined : `${parameter}: ${name}`}>
      {parameter === null ? null : <span className="wt-row-parameter">{parameter}</span>}
      <span className={`wt-indent wt-indent--${Math.min(depth, 3)}`}>{name}</span>
    </th>
  );
}

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, years, parameter, describedBy, editing, others, ...marks } = props;
  const names = new Map(others.split('\n').map((line) => [line.split(' ', 1)[0], line.replace(/^\d+ /, '')]));
  const prefix = parameter === null ? '' : `${parameter}: `;
  return (
    <tr aria-rowindex={index + 2}>
      <RowHeading row={row} parameter={parameter} />
      {row.cells.map((cell, column) => {
        const place = placeIn(marks, column);
        const position = `${index},${column}`;
        if (cell === null) return <EmptyCell key={position} position={position} place={place} />;
        return (
          <GridCell
            key={cell.key}
            view={cell}
            position={position}
            label={`${prefix}${row.staffGroup.name}, ${years[column]?.label ?? ''}`}
            place={place}
            spans={spanOf(row, column)}
            describedBy={describedBy}
            editing={place.isFocus ? editing : null}
            other={names.get(String(column)) ?? null}
          />
        );
      })}
    </tr>
  );
});

interface GridBodyProps extends Pick<AssumptionGridProps, 'view' | 'controller' | 'describedBy' | 'others'> {
  readonly rowWindow: RowWindow;
}

/** The rows, side by side in one list whatever is drawn of them, so that a row that stays keeps its focus. */
function GridBody({ view, controller, describedBy, others, rowWindow }: GridBodyProps) {
  const rowAt = (row: RowView, index: number) => (
    <GridRow
      key={row.key}
      row={row}
      index={index}
      years={view.years}
      parameter={parameterOf(view, row)}
      describedBy={describedBy}
      editing={index === controller.selection.focus.row ? controller.editing : null}
      others={othersIn(row, others)}
      {...marksOf(controller, index)}
    />
  );
  return (
    <tbody>
      {rowWindow.stretches.flatMap((stretch) => {
        if (stretch.kind === 'rows') {
          const drawn = view.rows.slice(stretch.from, stretch.to);
          return drawn.map((row, offset) => rowAt(row, stretch.from + offset));
        }
        const height = stretch.rows * rowWindow.rowHeight;
        return [<Gap key={`gap ${stretch.from}`} columns={view.extent.columns} height={height} />];
      })}
    </tbody>
  );
}

/** The place of rows that are not drawn. */
function Gap({ columns, height }: { readonly columns: number; readonly height: number }) {
  return (
    <tr aria-hidden="true" className="wt-grid-gap">
      <td colSpan={columns + 1} style={{ height }} />
    </tr>
  );
}

/** The parameter's name with its unit, as a row of several parameters shows it. */
function parameterOf({ parameters }: GridView, { definition }: RowView): string | null {
  return parameters.length === 1 ? null : withUnit(definition);
}

interface AssumptionGridProps {
  readonly view: GridView;
  readonly controller: GridController;
  readonly table: RefObject<HTMLTableElement | null>;
  /** The table's name. */
  readonly caption: string;
  /** The heading of each year. */
  readonly yearHeading: (year: GridView['years'][number]) => ReactNode;
  /** Id of the line that tells about the selected cell. */
  readonly describedBy: string;
  /** Names of those who are in a cell now, by `cellKey`. */
  readonly others: ReadonlyMap<string, string>;
}

/** Values by parameter, staff group and year, edited like a spreadsheet on a native table. */
export function AssumptionGrid(props: AssumptionGridProps) {
  const { view, controller, table, describedBy, others } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { extent, years } = view;
  const rowWindow = useRowWindow({ frame, ...extent, focus: controller.selection.focus.row });
  return (
    <div
      ref={frame}
      className={`wt-scroll wt-grid-frame${rowWindow.isWindowed ? ' wt-grid-frame--windowed' : ''}`}
      onScroll={rowWindow.onScroll}
      {...controller.mouse}
    >
      <table
        ref={table}
        className="wt-table wt-grid"
        role="grid"
        aria-multiselectable="true"
        aria-readonly={!view.canEdit}
        aria-rowcount={extent.rows + 1}
        style={{ minWidth: `calc(9.5rem + ${extent.columns} * 4.5rem)` }}
        onKeyDown={controller.onGridKey}
        onCopy={controller.onCopy}
        onPaste={controller.onPaste}
      >
        <caption className="nhsuk-u-visually-hidden">{props.caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="wt-sticky">
              {view.parameters.length === 1 ? 'Staff group' : 'Assumption and staff group'}
            </th>
            {years.map((year) => props.yearHeading(year))}
          </tr>
        </thead>
        <GridBody
          view={view}
          controller={controller}
          describedBy={describedBy}
          others={others}
          rowWindow={rowWindow}
        />
      </table>
      {view.canEdit ? <FillHandle frame={frame} corner={rectangleOf(controller.selection)} /> : null}
    </div>
  );
}
