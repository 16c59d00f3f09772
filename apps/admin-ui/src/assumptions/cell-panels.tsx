import { useQuery } from '@tanstack/react-query';
import { parametersQuery, type Unit } from '../api/queries';
import type { AssumptionsView } from './assumptions-view';
import { CellDetails } from './cell-details';
import { CellHistory } from './cell-history';
import type { EditingSession } from './grid/editing-session';
import type { CellView, GridView } from './grid/grid-model';
import { ParameterHelp } from './parameter-help';

const TITLES = {
  details: 'Range, source and reason',
  history: 'History',
  about: 'About this assumption (F1)',
} as const;

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
  const { data: catalogue } = useQuery(parametersQuery);
  const panels = grid.canEdit ? (['details', 'history', 'about'] as const) : (['history', 'about'] as const);
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
      {view.panel === 'about' ? (
        <ParameterHelp
          definition={cell.definition}
          staffGroup={cell.address.staffGroup}
          modules={catalogue?.modules ?? []}
        />
      ) : null}
    </div>
  );
}
