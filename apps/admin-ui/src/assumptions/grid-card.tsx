import { Suspense, useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { PROPOSED_BY_OPTIMISER } from '#modules/registry';
import type { CellAddress, Unit } from '../api/queries';
import type { GridSet, OrganisationReference } from '../api/types';
import { isRollUp } from '../organisations/organisation-tree';
import { AssumptionGrid } from './assumption-grid';
import { REST_MILLISECONDS, useCellInAddress, type AssumptionsView } from './assumptions-view';
import { CellPanels } from './cell-panels';
import { withUnit } from './grid/cell-text';
import { needsAttention } from './grid/draft';
import type { EditingSession, EditingState } from './grid/editing-session';
import { keepTypingIn } from './grid/kept-typing';
import { arrangedGrid } from './grid/arrange-rows';
import { cellAt, gridLayer, positionOf, type CellView, type GridView } from './grid/grid-model';
import { select, type Selection } from './grid/selection';
import { GridToolbar, RowFilter, YearHeading } from './grid-tools';
import { useOtherCells } from '../presence/use-other-cells';
import { SelectedCell } from './selected-cell';
import { AttentionPanel, fetchParts, WorkbookPanel } from './parts';
import { useGridController, type GridController } from './use-grid-controller';

const FIRST = select({ row: 0, column: 0 });

/** A cell as the URL names it: by its parameter too where there are several. */
function cellName({ parameters }: GridView, { parameter, staffGroup, year }: CellAddress): string {
  const name = `${staffGroup}.${year}`;
  return parameters.length === 1 ? name : `${parameter}~${name}`;
}

/** The grid as it is shown: saved values under entries, in the rows and the order that are asked for. */
function useGridView(data: GridSet, state: EditingState, { arrangement }: AssumptionsView): GridView {
  const [lay] = useState(gridLayer);
  const whole = useMemo(() => lay(data, state.book), [lay, data, state.book]);
  return useMemo(() => arrangedGrid(whole, arrangement), [whole, arrangement]);
}

/** The selection, which starts at the cell in the URL and then leads it. */
function useSelection(grid: GridView, view: AssumptionsView) {
  const named = view.cell === null ? null : positionOf(grid, view.cell);
  const [selection, setSelection] = useState<Selection>(named === null ? FIRST : select(named));
  const cell = cellAt(grid, selection.focus);
  useCellInAddress(view, cell === null ? null : cellName(grid, cell.address));
  return { selection, setSelection };
}

function Legend() {
  return (
    <ul className="wt-legend">
      <li>
        <span className="wt-legend__mark wt-cell--own" aria-hidden="true" /> entered here
      </li>
      <li>
        <span className="wt-legend__mark wt-cell--own wt-cell--proposed" aria-hidden="true" />{' '}
        {PROPOSED_BY_OPTIMISER}
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
      <li>
        <span className="wt-legend__mark wt-cell--visited" aria-hidden="true" /> someone else is in it
      </li>
    </ul>
  );
}

interface HeadingProps {
  readonly grid: GridView;
  /** Of several parameters; null where there is one, which has its own name. */
  readonly title: string | null;
  readonly organisation: OrganisationReference;
}

function headingOf({ parameters: [only] }: GridView, title: string | null): string {
  return title ?? (only === undefined ? 'Assumptions' : withUnit(only));
}

function Heading({ grid, title, organisation }: HeadingProps) {
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">{headingOf(grid, title)}</h2>
      {title === null ? <p className="wt-card__sentence">{grid.parameters[0]?.description}</p> : null}
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
      Ctrl+D fills down, Ctrl+R fills right, Ctrl+Shift+F fills forward to the last year, the corner of the
      selection fills where it is dragged, Ctrl+Z undoes. F1 tells what the assumption means. Tab leaves the
      grid.
    </p>
  );
}

interface GridCardProps {
  readonly unit: Unit;
  readonly data: GridSet;
  /** The heading of several parameters; null where there is one. */
  readonly title: string | null;
  /** The module that is shown whole, for its workbook; null for one parameter and for all modules. */
  readonly module: string | null;
  readonly view: AssumptionsView;
  readonly session: EditingSession;
  readonly state: EditingState;
  /** Tells which staff group the selection stands in. */
  readonly onStaffGroup: (code: string) => void;
}

/** Told once the selection rests: the figures of each group that it passes would be drawn for nothing. */
function useStaffGroupTold(cell: CellView | null, onStaffGroup: (code: string) => void): void {
  const staffGroup = cell?.address.staffGroup ?? null;
  useEffect(() => {
    if (staffGroup === null) return undefined;
    const timer = window.setTimeout(() => onStaffGroup(staffGroup), REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [staffGroup, onStaffGroup]);
}

/** The selected cell's name: its staff group and year, and its parameter where there are several. */
function labelOf(grid: GridView, row: number, column: number): string {
  const shown = grid.rows[row];
  if (shown === undefined) return '';
  const parameter = grid.parameters.length === 1 ? '' : `${shown.definition.label}: `;
  return `${parameter}${shown.staffGroup.name}, ${grid.years[column]?.label ?? ''}`;
}

interface GridTopProps extends GridCardProps {
  readonly grid: GridView;
  readonly controller: GridController;
  readonly groupName: (code: string) => string;
}

/** What stands above the grid: undo and saving, the module's workbook, which rows are shown. */
function GridTop({ unit, module, view, session, state, grid, controller, groupName }: GridTopProps) {
  return (
    <>
      <GridToolbar
        unit={unit}
        controller={controller}
        state={state}
        session={session}
        canEdit={grid.canEdit}
      />
      {module === null ? null : (
        <Suspense fallback={<div className="wt-workbook wt-workbook--room" />}>
          <WorkbookPanel
            unit={unit}
            module={module}
            book={state.book}
            session={session}
            canEdit={grid.canEdit}
            groupName={groupName}
          />
        </Suspense>
      )}
      <RowFilter view={view} shown={grid.extent.rows} />
    </>
  );
}

/** The grid, its selection and what its keys do. */
function useGrid(
  { unit, data, view, session, state }: GridCardProps,
  table: RefObject<HTMLTableElement | null>,
) {
  const grid = useGridView(data, state, view);
  const { selection, setSelection: onSelect } = useSelection(grid, view);
  const { scenarioId, organisationId } = unit;
  const typing = useMemo(
    () => keepTypingIn(window.sessionStorage, `wholetime.typing|${scenarioId}|${organisationId}`),
    [scenarioId, organisationId],
  );
  const onHelp = () => view.change({ panel: view.panel === 'about' ? null : 'about' });
  const controller = useGridController({ view: grid, session, typing, selection, table, onSelect, onHelp });
  return { grid, controller, onSelect };
}

/** The view in which a cell that the grid doesn't show stands. */
const viewOf = ({ parameter, staffGroup, year }: CellAddress) => ({
  parameter,
  module: null,
  cell: `${staffGroup}.${year}`,
});

/** The grid with everything about it: saving, the selected cell, what needs attention. */
export function GridCard(props: GridCardProps) {
  const { unit, data, title, view, session, state } = props;
  const lineId = useId();
  const table = useRef<HTMLTableElement>(null);
  const { grid, controller, onSelect } = useGrid(props, table);
  const { focus } = controller.selection;
  const cell = cellAt(grid, focus);
  useStaffGroupTold(cell, props.onStaffGroup);
  const groupName = (code: string) =>
    grid.rows.find((row) => row.staffGroup.code === code)?.staffGroup.name ?? code;
  const goTo = (address: CellAddress) => {
    const position = positionOf(grid, address);
    if (position !== null) onSelect(select(position));
    else view.change(viewOf(address));
  };
  const label = labelOf(grid, focus.row, focus.column);
  const others = useOtherCells(unit, cell?.address ?? null);
  return (
    <section className="wt-card" aria-label="Values" onFocus={fetchParts}>
      <Heading grid={grid} title={title} organisation={data.organisation} />
      <GridTop {...props} grid={grid} controller={controller} groupName={groupName} />
      <AssumptionGrid
        view={grid}
        controller={controller}
        table={table}
        others={others}
        caption={headingOf(grid, title)}
        yearHeading={(year) => <YearHeading key={year.year} view={view} year={year} />}
        describedBy={lineId}
      />
      <p className="wt-outcome">{controller.edits.outcome}</p>
      <SelectedCell
        id={lineId}
        view={cell}
        unit={unit}
        label={label}
        canEdit={grid.canEdit}
        isOneOfSeveral={title !== null}
        onReset={controller.edits.reset}
      />
      <Legend />
      {[...state.book.drafts.values()].some(needsAttention) ? (
        <Suspense fallback={null}>
          <AttentionPanel
            book={state.book}
            session={session}
            groupName={groupName}
            shownParameter={title === null ? (grid.parameters[0]?.key ?? null) : null}
            onGoTo={goTo}
          />
        </Suspense>
      ) : null}
      {cell === null ? null : (
        <CellPanels {...{ unit, view, grid, cell, label, session, state }} selection={controller.selection} />
      )}
      {grid.canEdit ? <Help /> : null}
    </section>
  );
}
