import { Link } from 'react-router';
import type { ListedEntry, RegisterDefinition } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import { ViewLinks } from '../downloads/view-links';
import { moduleAddress } from '../plan/addresses';
import { formatMoment } from '../words/dates';
import { entryName, fieldText, type EntryWords } from './entry-words';

interface EntryTableProps {
  readonly unit: Unit;
  readonly register: RegisterDefinition;
  readonly entries: readonly ListedEntry[];
  readonly canEdit: boolean;
  readonly words: EntryWords;
  readonly onOpen: (action: 'edit' | 'withdraw', entryKey: string) => void;
}

/** Who entered it, where and when, and why. */
function Provenance({ entry, unit }: { readonly entry: ListedEntry; readonly unit: Unit }) {
  const { organisation, scenario, author, at, note, own } = entry;
  const isElsewhere = organisation !== null && organisation.id !== unit.organisationId;
  return (
    <>
      {own ? 'Entered here' : 'Inherited'}
      {isElsewhere ? ` from ${organisation.name}` : ''}
      {own || scenario === null ? '' : ` in ${scenario.name}`}
      <span className="wt-cell-note">
        {author === null ? '' : `${author}, `}
        {formatMoment(at)}
        {note === null || note === '' ? '' : `. Reason: ${note}`}
      </span>
    </>
  );
}

function Actions({ entry, ...props }: Omit<EntryTableProps, 'entries'> & { readonly entry: ListedEntry }) {
  const { unit, register, words, onOpen } = props;
  const name = entryName(register, entry.values, words);
  const { organisation } = entry;
  if (organisation !== null && organisation.id !== unit.organisationId) {
    return (
      <Link to={moduleAddress({ ...unit, organisationId: organisation.id }, register.module)}>
        Open at {organisation.name}
      </Link>
    );
  }
  return (
    <span className="wt-entry-actions">
      <button type="button" className="wt-link-button" onClick={() => onOpen('edit', entry.entryKey)}>
        Change<span className="nhsuk-u-visually-hidden"> {name}</span>
      </button>
      <button type="button" className="wt-link-button" onClick={() => onOpen('withdraw', entry.entryKey)}>
        Withdraw<span className="nhsuk-u-visually-hidden"> {name}</span>
      </button>
    </span>
  );
}

/** The entries of a register with every field that one of them fills, and where each comes from. */
export function EntryTable(props: EntryTableProps) {
  const { unit, register, entries, canEdit, words } = props;
  const filled = register.fields.filter(({ key }) => entries.some(({ values }) => values[key] !== undefined));
  return (
    <>
      <div className="wt-scroll" role="region" aria-label={`${register.label}, table`} tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              {filled.map((field) => (
                <th key={field.key} scope="col" className={field.kind === 'number' ? 'wt-number' : undefined}>
                  {field.label}
                </th>
              ))}
              <th scope="col">Where it comes from</th>
              {canEdit ? <th scope="col">Change</th> : null}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.organisation?.id ?? ''} ${entry.entryKey}`}>
                {filled.map((field) => (
                  <td key={field.key} className={field.kind === 'number' ? 'wt-number' : 'wt-words'}>
                    {fieldText(field, entry.values[field.key], words)}
                  </td>
                ))}
                <td className="wt-wide-cell">
                  <Provenance entry={entry} unit={unit} />
                </td>
                {canEdit ? (
                  <td>
                    <Actions {...props} entry={entry} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title={`table ${register.label}`} table={`register-${register.key.replaceAll('.', '-')}`} />
    </>
  );
}
