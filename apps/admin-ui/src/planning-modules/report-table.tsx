import type { ReactNode } from 'react';
import type { ShownCell, ShownColumn, ShownRow, ShownTable } from '#modules/report-layout';
import { FigureRegion } from '../shell/figure-region';
import { formatQuantity } from '../words/numbers';
import { cellText, unitWords, type PoundsScale } from './report-value';
import type { ReportUnit } from '../api/analysis-types';

/** Longer tables are folded after so many rows. */
const SHOWN_ROWS = 16;
/** A folded table hides at least so many rows: fewer aren't worth a button. */
const FOLDED_ROWS = 4;

/** Draws the figure of a cell as a link to its explanation; null where it has none. */
export type CellLink = (cell: ShownCell, text: string) => ReactNode;

interface ReportTableProps {
  readonly title: string;
  readonly table: ShownTable;
  readonly scale: PoundsScale;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
  readonly linkOf?: CellLink | undefined;
}

function Unit({ unit, scale }: { readonly unit: ReportUnit | null; readonly scale: PoundsScale }) {
  const words = unit === null ? null : unitWords(unit, scale);
  return words === null ? null : <span className="wt-unit">{words}</span>;
}

function Heading({ column, scale }: { readonly column: ShownColumn; readonly scale: PoundsScale }) {
  return (
    <th scope="col" className={column.isFigure ? 'wt-number wt-column-heading' : 'wt-column-heading'}>
      {column.label} <Unit unit={column.unit} scale={scale} />
    </th>
  );
}

interface RowProps {
  readonly row: ShownRow;
  readonly columns: readonly ShownColumn[];
  readonly scale: PoundsScale;
  readonly linkOf: CellLink | undefined;
}

function Row({ row, columns, scale, linkOf }: RowProps) {
  return (
    <tr>
      <th scope="row" className="wt-sticky">
        {row.header} <Unit unit={row.unit} scale={scale} />
      </th>
      {row.cells.map((cell, index) => {
        const text = cellText(cell.value, cell.unit, scale);
        const isFigure = columns[index]?.isFigure === true;
        return (
          <td key={columns[index]?.key ?? index} className={isFigure ? 'wt-number' : 'wt-words'}>
            {linkOf === undefined ? text : (linkOf(cell, text) ?? text)}
          </td>
        );
      })}
    </tr>
  );
}

/** A table of a report: rows are named at the left, figures are aligned, long tables are folded. */
export function ReportTableView({ title, table, scale, isWhole, onWhole, linkOf }: ReportTableProps) {
  const isFoldable = table.rows.length >= SHOWN_ROWS + FOLDED_ROWS;
  const rows = isFoldable && !isWhole ? table.rows.slice(0, SHOWN_ROWS) : table.rows;
  return (
    <>
      <FigureRegion label={`${title}, table`}>
        <table className="wt-table wt-table--report">
          <thead>
            <tr>
              <th scope="col" className="wt-sticky">
                {table.rowHeading}
              </th>
              {table.columns.map((column) => (
                <Heading key={column.key} column={column} scale={scale} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} columns={table.columns} scale={scale} linkOf={linkOf} />
            ))}
          </tbody>
        </table>
      </FigureRegion>
      {isFoldable ? (
        <p className="wt-fold-rows">
          <button type="button" className="wt-link-button" onClick={() => onWhole(!isWhole)}>
            {isWhole
              ? `Show the first ${SHOWN_ROWS} rows only`
              : `Show all ${formatQuantity(table.rows.length, 'row')}`}
            <span className="nhsuk-u-visually-hidden"> of {title}</span>
          </button>
        </p>
      ) : null}
    </>
  );
}
