import type { EntryValues, RegisterDefinition, TheirEntry } from '../api/analysis-types';
import { formatMoment } from '../words/dates';
import { fieldText, type EntryWords } from './entry-words';

interface ConflictPanelProps {
  readonly register: RegisterDefinition;
  readonly mine: EntryValues | null;
  readonly theirs: TheirEntry;
  readonly words: EntryWords;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Both versions of an entry that two people changed, field by field, and the choice between them. */
export function ConflictPanel({ register, mine, theirs, words, onMine, onTheirs }: ConflictPanelProps) {
  const author = theirs.author ?? 'Someone else';
  const verb = theirs.values === null ? 'withdrew' : 'changed';
  const differing = register.fields.filter(
    ({ key }) => JSON.stringify(mine?.[key]) !== JSON.stringify(theirs.values?.[key]),
  );
  return (
    <div className="wt-attention" role="alert">
      <p>
        <strong>
          {author} {verb} this entry at {formatMoment(theirs.at)}, after you opened it.
        </strong>{' '}
        Yours isn’t saved yet.
      </p>
      <div className="wt-scroll" role="region" aria-label="Both versions, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Mine</th>
              <th scope="col">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field.key}>
                <th scope="row">{field.label}</th>
                <td>{mine === null ? 'Withdrawn' : fieldText(field, mine[field.key], words)}</td>
                <td>
                  {theirs.values === null ? 'Withdrawn' : fieldText(field, theirs.values[field.key], words)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="wt-attention__actions">
        <button type="button" className="nhsuk-button nhsuk-button--small wt-button" onClick={onMine}>
          Save mine
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={onTheirs}
        >
          Keep theirs
        </button>
      </p>
    </div>
  );
}
