import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Unit } from '../api/queries';
import { changesAddress } from '../plan/addresses';
import type { AssumptionsView } from './assumptions-view';
import type { Arrangement } from './grid/arrange-rows';
import type { EditingSession, EditingState } from './grid/editing-session';
import type { GridView } from './grid/grid-model';
import { SaveLine } from './save-line';
import type { GridController } from './use-grid-controller';

interface ToolButtonProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function ToolButton({ label, isDisabled = false, onClick }: ToolButtonProps) {
  return (
    <button type="button" className="wt-link-button" disabled={isDisabled} onClick={onClick}>
      {label}
    </button>
  );
}

interface GridToolbarProps {
  readonly unit: Unit;
  readonly controller: GridController;
  readonly state: EditingState;
  readonly session: EditingSession;
  readonly canEdit: boolean;
}

/** Undo, redo, fill, the history of all assumptions, and whether everything is saved. */
export function GridToolbar({ unit, controller, state, session, canEdit }: GridToolbarProps) {
  const { history } = state.book;
  const { edits } = controller;
  return (
    <div className="wt-grid-toolbar">
      <ToolButton label="Undo" isDisabled={history.done.length === 0} onClick={edits.undo} />
      <ToolButton label="Redo" isDisabled={history.undone.length === 0} onClick={edits.redo} />
      {canEdit ? (
        <ToolButton label="Fill forward to the last year" onClick={() => edits.fill('forward')} />
      ) : null}
      <Link to={changesAddress(unit)}>Everything that was changed</Link>
      <SaveLine state={state} onRetry={() => void session.flush()} />
    </div>
  );
}

/** Which rows are shown: by words in their name, and by what has been entered. */
export function RowFilter({ view, shown }: { readonly view: AssumptionsView; readonly shown: number }) {
  const id = useId();
  const { find, show } = view.arrangement;
  // While words are typed the field leads the address, which follows behind.
  const [typed, setTyped] = useState<string | null>(null);
  const onFind = (words: string) => {
    setTyped(words);
    view.change({ find: words === '' ? null : words });
  };
  return (
    <div className="wt-row-filter">
      <span className="wt-row-filter__field">
        <label htmlFor={`${id}-find`}>Find rows</label>
        <input
          id={`${id}-find`}
          className="nhsuk-input wt-input"
          type="search"
          value={typed ?? find}
          onChange={(event) => onFind(event.target.value)}
          onBlur={() => setTyped(null)}
        />
      </span>
      <span className="wt-row-filter__field">
        <label htmlFor={`${id}-rows`}>Show</label>
        <select
          id={`${id}-rows`}
          className="nhsuk-select wt-input"
          value={show}
          onChange={(event) =>
            view.change({ rows: event.target.value === 'all' ? null : event.target.value })
          }
        >
          <option value="all">every row</option>
          <option value="entered">rows with entered values</option>
          <option value="attention">rows that need attention</option>
          <option value="unfounded">rows without a source</option>
          <option value="proposed">rows proposed by optimiser</option>
        </select>
      </span>
      <span className="wt-secondary">{shown === 1 ? '1 row' : `${shown} rows`}</span>
    </div>
  );
}

const NEXT_SORT = { none: 'descending', descending: 'ascending', ascending: 'none' } as const;

function sortOf({ sort }: Arrangement, year: number): keyof typeof NEXT_SORT {
  return sort?.year === year ? sort.direction : 'none';
}

/** A year's heading, which orders the rows by that year's values: highest first, lowest first, as they come. */
export function YearHeading({ view, year }: YearHeadingProps) {
  const sort = sortOf(view.arrangement, year.year);
  const next = NEXT_SORT[sort];
  return (
    <th scope="col" className="wt-number" aria-sort={sort}>
      <button
        type="button"
        className="wt-sort-button"
        onClick={() => view.change({ sort: next === 'none' ? null : `${year.year}.${next}` })}
      >
        {year.label}
        <span aria-hidden="true">{sort === 'none' ? '' : sort === 'ascending' ? ' ▲' : ' ▼'}</span>
      </button>
    </th>
  );
}

interface YearHeadingProps {
  readonly view: AssumptionsView;
  readonly year: GridView['years'][number];
}
