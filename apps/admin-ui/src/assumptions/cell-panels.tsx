import type { Unit } from '../api/queries';
import type { AssumptionsView } from './assumptions-view';
import { CellDetails } from './cell-details';
import { CellHistory } from './cell-history';
import type { EditingSession } from './grid/editing-session';
import type { CellView, GridView } from './grid/grid-model';

const TITLES = { details: 'Range, source and reason', history: 'History' } as const;

interface CellPanelsProps {
  readonly unit: Unit;
  readonly view: AssumptionsView;
  readonly grid: GridView;
  readonly cell: CellView;
  readonly label: string;
  readonly session: EditingSession;
}

/** What else there is to a cell, opened when wanted: its form and its history. */
export function CellPanels({ unit, view, grid, cell, label, session }: CellPanelsProps) {
  const panels = grid.canEdit ? (['details', 'history'] as const) : (['history'] as const);
  return (
    <div className="wt-cell-panels">
      <p className="wt-cell-panels__buttons">
        {panels.map((panel) => (
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
      {view.panel === 'details' && grid.canEdit ? (
        <CellDetails
          key={`${cell.key} ${cell.cell.version} ${cell.draft?.state ?? ''}`}
          view={cell}
          definition={cell.definition}
          session={session}
          label={label}
        />
      ) : null}
      {view.panel === 'history' ? (
        <CellHistory unit={unit} address={cell.address} definition={cell.definition} />
      ) : null}
    </div>
  );
}
