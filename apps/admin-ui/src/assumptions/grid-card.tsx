import { useEffect, useId, useRef, useState } from 'react';
import type { CellAddress, Unit } from '../api/queries';
import type { AssumptionGridData, OrganisationReference } from '../api/types';
import { isRollUp } from '../organisations/organisation-tree';
import { AssumptionGrid } from './assumption-grid';
import { useCellInAddress, type AssumptionsView } from './assumptions-view';
import { AttentionPanel } from './attention-panel';
import { CellPanels } from './cell-panels';
import { UNIT_WORDS } from './grid/cell-text';
import type { EditingSession, EditingState } from './grid/editing-session';
import { cellAt, gridView, positionOf, type GridView } from './grid/grid-model';
import { select, type Selection } from './grid/selection';
import { SaveLine } from './save-line';
import { SelectedCell } from './selected-cell';
import { useGridController, type GridController } from './use-grid-controller';

const FIRST = select({ row: 0, column: 0 });

/** The selection, which starts at the cell in the URL and then leads it. */
function useSelection(grid: GridView, view: AssumptionsView) {
  const named = view.cell === null ? null : positionOf(grid, view.cell.staffGroup, view.cell.year);
  const [selection, setSelection] = useState<Selection>(named === null ? FIRST : select(named));
  const cell = cellAt(grid, selection.focus);
  useCellInAddress(view, cell === null ? null : `${cell.address.staffGroup}.${cell.address.year}`);
  return { selection, setSelection };
}

function GridToolbar({ controller, state, session }: GridToolbarProps) {
  const { history } = state.book;
  return (
    <div className="wt-grid-toolbar">
      <button
        type="button"
        className="wt-link-button"
        disabled={history.done.length === 0}
        onClick={controller.edits.undo}
      >
        Undo
      </button>
      <button
        type="button"
        className="wt-link-button"
        disabled={history.undone.length === 0}
        onClick={controller.edits.redo}
      >
        Redo
      </button>
      <SaveLine state={state} onRetry={() => void session.flush()} />
    </div>
  );
}

interface GridToolbarProps {
  readonly controller: GridController;
  readonly state: EditingState;
  readonly session: EditingSession;
}

function Legend() {
  return (
    <ul className="wt-legend">
      <li>
        <span className="wt-legend__mark wt-cell--own" aria-hidden="true" /> entered here
      </li>
      <li>
        <em>Italic</em> national default
      </li>
      <li>
        <span className="wt-legend__mark wt-cell--error" aria-hidden="true" /> error, not saved
      </li>
      <li>
        <span className="wt-legend__mark wt-cell--reason" aria-hidden="true" /> give a reason
      </li>
      <li>
        <span className="wt-legend__mark wt-cell--conflict" aria-hidden="true" /> someone else changed it
      </li>
    </ul>
  );
}

interface HeadingProps {
  readonly grid: GridView;
  readonly organisation: OrganisationReference;
}

function Heading({ grid, organisation }: HeadingProps) {
  const { label, unit, description } = grid.definition;
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">
        {label}, {UNIT_WORDS[unit]}
      </h2>
      <p className="wt-card__sentence">{description}</p>
      {isRollUp(organisation.type) ? (
        <p className="wt-card__sentence">
          These are the values of {organisation.name} itself. Its organisations may stand on their own
          history: choose one to see. A value entered here reaches each of them that has none of its own in
          this scenario.
        </p>
      ) : null}
      {grid.canEdit ? null : <p className="wt-banner">You can look at these values but not change them.</p>}
    </>
  );
}

function Help() {
  return (
    <p className="wt-caption">
      Type over a value, or press F2 or Enter to change it and Escape to leave it. Copy a block from Excel and
      paste it at the selected cell. Delete goes back to the inherited value. Arrows move, Shift extends,
      Ctrl+D fills down, Ctrl+R fills right, Ctrl+Z undoes. Tab leaves the grid.
    </p>
  );
}

interface GridCardProps {
  readonly unit: Unit;
  readonly data: AssumptionGridData;
  readonly view: AssumptionsView;
  readonly session: EditingSession;
  readonly state: EditingState;
  /** Tells which staff group the selection stands in. */
  readonly onStaffGroup: (code: string) => void;
}

/** The grid with everything about it: saving, the selected cell, what needs attention. */
export function GridCard({ unit, data, view, session, state, onStaffGroup }: GridCardProps) {
  const lineId = useId();
  const grid = gridView(data, state.book);
  const { selection, setSelection } = useSelection(grid, view);
  const table = useRef<HTMLTableElement>(null);
  const controller = useGridController({ view: grid, session, selection, table, onSelect: setSelection });
  const cell = cellAt(grid, controller.selection.focus);
  const groupName = (code: string) =>
    data.rows.find((row) => row.staffGroup.code === code)?.staffGroup.name ?? code;
  const staffGroup = cell?.address.staffGroup ?? null;
  useEffect(() => {
    if (staffGroup !== null) onStaffGroup(staffGroup);
  }, [staffGroup, onStaffGroup]);
  const goTo = (address: CellAddress) => {
    const position = positionOf(grid, address.staffGroup, address.year);
    if (address.parameter === grid.definition.key && position !== null) setSelection(select(position));
    else view.change({ parameter: address.parameter, cell: `${address.staffGroup}.${address.year}` });
  };
  const label =
    cell === null
      ? ''
      : `${groupName(cell.address.staffGroup)}, ${data.years[controller.selection.focus.column]?.label ?? ''}`;
  return (
    <section className="wt-card" aria-label="Values">
      <Heading grid={grid} organisation={data.organisation} />
      <GridToolbar controller={controller} state={state} session={session} />
      <AssumptionGrid view={grid} controller={controller} table={table} describedBy={lineId} />
      <p className="wt-outcome">{controller.edits.outcome}</p>
      {cell === null ? null : (
        <SelectedCell
          id={lineId}
          view={cell}
          definition={grid.definition}
          unit={unit}
          label={label}
          canEdit={grid.canEdit}
          onReset={controller.edits.reset}
        />
      )}
      <Legend />
      <AttentionPanel
        book={state.book}
        session={session}
        groupName={groupName}
        shownParameter={grid.definition.key}
        onGoTo={goTo}
      />
      {cell === null ? null : (
        <CellPanels unit={unit} view={view} grid={grid} cell={cell} label={label} session={session} />
      )}
      {grid.canEdit ? <Help /> : null}
    </section>
  );
}
