import { useId, useState } from 'react';
import { apiAddress, apiSendFile } from '../api/api-client';
import { cellKey, type Unit } from '../api/queries';
import type { WorkbookChange, WorkbookDifference } from '../api/workbook-types';
import { kindOf } from '../api/api-error';
import { financialYear } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { findingsOf, INHERITED, plainValue, type CellContent } from './grid/cell-content';
import { valueInWords } from './grid/cell-text';
import type { EditBook, Entry } from './grid/edit-book';
import type { EditingSession } from './grid/editing-session';

function contentOf({ value, unreadable }: WorkbookChange): CellContent {
  if (unreadable !== null) return { kind: 'unreadable', text: unreadable };
  return value === null ? INHERITED : plainValue(value);
}

function entryOf(change: WorkbookChange): Entry {
  const { parameter, staffGroup, year } = change;
  return { address: { parameter, staffGroup, year }, content: contentOf(change), origin: 'import' };
}

interface ChangeRowProps {
  readonly change: WorkbookChange;
  readonly book: EditBook;
  readonly groupName: (code: string) => string;
}

function ChangeRow({ change, book, groupName }: ChangeRowProps) {
  const rules = book.rules.get(cellKey(change));
  if (rules === undefined) return null;
  const { definition, scope } = rules;
  const findings = findingsOf(contentOf(change), definition, scope).map(({ message }) => message);
  const since = change.changedSince ? ['Someone changed this cell after the workbook was downloaded.'] : [];
  const value = change.value === null ? 'the inherited value' : valueInWords(change.value, definition);
  return (
    <tr>
      <th scope="row">{change.address}</th>
      <td>
        {definition.label}: {groupName(change.staffGroup)}, {financialYear(change.year)}
      </td>
      <td>{valueInWords(change.now, definition)}</td>
      <td>{change.unreadable === null ? value : `“${change.unreadable}”`}</td>
      <td>{[...findings, ...since].join(' ')}</td>
    </tr>
  );
}

interface DifferenceProps extends Omit<ChangeRowProps, 'change'> {
  readonly difference: WorkbookDifference;
  readonly onEnter: () => void;
  readonly onCancel: () => void;
}

function summary({ changes, unknownRows }: WorkbookDifference): string {
  const found = `The workbook changes ${formatQuantity(changes.length, 'cell')}. Nothing is saved yet.`;
  const left = `Rows ${unknownRows.join(', ')} are not of this module and are left out.`;
  return unknownRows.length === 0 ? found : `${found} ${left}`;
}

function Difference({ difference, onEnter, onCancel, ...rest }: DifferenceProps) {
  return (
    <>
      <p className="wt-attention__text">{summary(difference)}</p>
      <div className="wt-scroll" role="region" aria-label="What the workbook changes, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              {['In the workbook', 'Assumption', 'Now', 'Then', 'To note'].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {difference.changes.map((change) => (
              <ChangeRow key={change.address} change={change} {...rest} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="wt-attention__actions">
        {difference.changes.length === 0 ? null : (
          <button type="button" className="nhsuk-button nhsuk-button--small wt-button" onClick={onEnter}>
            Enter {formatQuantity(difference.changes.length, 'change')}
          </button>
        )}
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={onCancel}
        >
          {difference.changes.length === 0 ? 'Close' : 'Leave everything as it is'}
        </button>
      </p>
    </>
  );
}

/** What went wrong with an upload, in the server's words where it has some. */
function faultInWords(error: unknown): string {
  const problem = error instanceof Error ? (Reflect.get(error, 'problem') as Record<string, unknown>) : {};
  const errors = problem['errors'] as
    readonly { readonly message: string; readonly fix: string }[] | undefined;
  const first = errors?.[0];
  if (first !== undefined) return `${first.message} ${first.fix}`;
  return kindOf(error) === 'offline' ? 'The service can’t be reached.' : 'The workbook could not be read.';
}

interface WorkbookPanelProps {
  readonly unit: Unit;
  readonly module: string;
  readonly book: EditBook;
  readonly session: EditingSession;
  readonly canEdit: boolean;
  readonly groupName: (code: string) => string;
}

/** A module's assumptions out to Excel and back: an upload shows its difference before anything is entered. */
export function WorkbookPanel({ unit, module, book, session, canEdit, groupName }: WorkbookPanelProps) {
  const id = useId();
  const [difference, setDifference] = useState<WorkbookDifference | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const question = { ...unit, module };
  const compare = async (file: File) => {
    setFault(null);
    try {
      setDifference(await apiSendFile<WorkbookDifference>('/assumptions/workbook', question, file));
    } catch (error) {
      setFault(faultInWords(error));
    }
  };
  const enter = () => {
    const entries = difference?.changes.map(entryOf) ?? [];
    session.enter(entries, `import of ${formatQuantity(entries.length, 'cell')}`);
    setDifference(null);
  };
  return (
    <div className="wt-workbook">
      <a className="wt-link-button" href={apiAddress('/assumptions/workbook', question)} download>
        Download Excel
      </a>
      {canEdit ? (
        <>
          <label htmlFor={id}>Upload Excel</label>
          <input
            id={id}
            type="file"
            accept=".xlsx"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void compare(file);
            }}
          />
        </>
      ) : null}
      {fault === null ? null : (
        <p className="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      {difference === null ? null : (
        <section className="wt-attention" aria-label="What the workbook changes">
          <Difference
            difference={difference}
            book={book}
            groupName={groupName}
            onEnter={enter}
            onCancel={() => setDifference(null)}
          />
        </section>
      )}
    </div>
  );
}
