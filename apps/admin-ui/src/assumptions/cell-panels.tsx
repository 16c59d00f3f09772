import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { parametersQuery, type Unit } from '../api/queries';
import { Loading } from '../states/loading';
import type { AssumptionsView, Panel } from './assumptions-view';
import type { EditingSession, EditingState } from './grid/editing-session';
import { cellAt, type CellView, type GridView } from './grid/grid-model';
import { positionsIn, rectangleOf, type Selection } from './grid/selection';
import { CellDetails, CellHistory, ParameterHelp, RetentionForm } from './parts';
import { isRetentionFigure } from './retention-figure';
import { SelectionSource } from './selection-source';

const TITLES = {
  details: 'Range, source and reason',
  history: 'History',
  about: 'About this assumption (F1)',
  retention: 'Enter as leavers avoided or WTE kept',
} as const;

/** The panels that a cell has, for a person who may edit it or not. */
function panelsOf(cell: CellView, canEdit: boolean): readonly Panel[] {
  if (!canEdit) return ['history', 'about'];
  return isRetentionFigure(cell)
    ? ['details', 'history', 'about', 'retention']
    : ['details', 'history', 'about'];
}

interface CellPanelsProps {
  readonly unit: Unit;
  readonly view: AssumptionsView;
  readonly grid: GridView;
  readonly cell: CellView;
  readonly selection: Selection;
  readonly label: string;
  readonly state: EditingState;
  readonly session: EditingSession;
}

/** Whether more than one cell is selected. */
function isBlock(selection: Selection): boolean {
  const { top, bottom, left, right } = rectangleOf(selection);
  return top !== bottom || left !== right;
}

const cellsOf = (grid: GridView, selection: Selection): readonly CellView[] =>
  positionsIn(selection).flatMap((position) => cellAt(grid, position) ?? []);

/** Of one cell everything; of a block where its values come from. */
function Details({ grid, cell, selection, label, session }: CellPanelsProps) {
  if (isBlock(selection)) return <SelectionSource cells={cellsOf(grid, selection)} session={session} />;
  return (
    <CellDetails
      key={`${cell.key} ${cell.cell.version} ${cell.draft?.state ?? ''}`}
      view={cell}
      definition={cell.definition}
      session={session}
      label={label}
    />
  );
}

/** What else there is to a cell, opened when wanted: its form and its history. */
export function CellPanels(props: CellPanelsProps) {
  const { unit, view, grid, cell, label, session, state } = props;
  const { data: catalogue } = useQuery(parametersQuery);
  return (
    <div className="wt-cell-panels">
      <p className="wt-cell-panels__buttons">
        {panelsOf(cell, grid.canEdit).map((panel) => (
          <button
            key={panel}
            type="button"
            className="wt-link-button"
            aria-expanded={view.panel === panel}
            onClick={() => view.change({ panel: view.panel === panel ? null : panel })}
          >
            {TITLES[panel]}
          </button>
        ))}
      </p>
      <Suspense fallback={<Loading what="this" rows={4} />}>
        {view.panel === 'details' && grid.canEdit ? <Details {...props} /> : null}
        {view.panel === 'retention' && grid.canEdit && isRetentionFigure(cell) ? (
          <RetentionForm
            key={cell.key}
            unit={unit}
            cell={cell}
            label={label}
            book={state.book}
            session={session}
          />
        ) : null}
        {view.panel === 'history' ? (
          <CellHistory unit={unit} address={cell.address} definition={cell.definition} />
        ) : null}
        {view.panel === 'about' ? (
          <ParameterHelp
            definition={cell.definition}
            staffGroup={cell.address.staffGroup}
            modules={catalogue?.modules ?? []}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
