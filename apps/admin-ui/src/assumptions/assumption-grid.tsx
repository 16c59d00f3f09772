import type { RefObject } from 'react';
import { UNIT_WORDS } from './grid/cell-text';
import { GridCell } from './grid-cell';
import type { GridView, RowView } from './grid/grid-model';
import { rectangleOf } from './grid/selection';
import type { GridController } from './use-grid-controller';

interface GridRowProps {
  readonly view: GridView;
  readonly row: RowView;
  readonly index: number;
  readonly controller: GridController;
  readonly describedBy: string;
}

function GridRow({ view, row, index, controller, describedBy }: GridRowProps) {
  const { top, left, bottom, right } = rectangleOf(controller.selection);
  const { focus } = controller.selection;
  return (
    <tr>
      <th scope="row" className="wt-sticky">
        <span className={`wt-indent wt-indent--${Math.min(row.staffGroup.depth, 3)}`}>
          {row.staffGroup.name}
        </span>
      </th>
      {row.cells.map((cell, column) => (
        <GridCell
          key={cell.key}
          view={cell}
          position={{ row: index, column }}
          definition={view.definition}
          label={`${row.staffGroup.name}, ${view.years[column]?.label ?? ''}`}
          controller={controller}
          isSelected={index >= top && index <= bottom && column >= left && column <= right}
          isFocus={index === focus.row && column === focus.column}
          describedBy={describedBy}
        />
      ))}
    </tr>
  );
}

interface AssumptionGridProps {
  readonly view: GridView;
  readonly controller: GridController;
  readonly table: RefObject<HTMLTableElement | null>;
  /** Id of the line that tells about the selected cell. */
  readonly describedBy: string;
}

/** Values by staff group and year, edited like a spreadsheet on a native table. */
export function AssumptionGrid({ view, controller, table, describedBy }: AssumptionGridProps) {
  return (
    <div className="wt-scroll wt-grid-frame">
      <table
        ref={table}
        className="wt-table wt-grid"
        role="grid"
        aria-multiselectable="true"
        aria-readonly={!view.canEdit}
        onKeyDown={controller.onGridKey}
        onCopy={controller.onCopy}
        onPaste={controller.onPaste}
      >
        <caption className="nhsuk-u-visually-hidden">
          {view.definition.label}, {UNIT_WORDS[view.definition.unit]}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="wt-sticky">
              Staff group
            </th>
            {view.years.map((year) => (
              <th key={year.year} scope="col" className="wt-number">
                {year.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => (
            <GridRow
              key={row.staffGroup.code}
              view={view}
              row={row}
              index={index}
              controller={controller}
              describedBy={describedBy}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
