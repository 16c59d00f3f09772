import { PEOPLE_COLUMNS, roleText, type RoleRow } from '#views/lists';
import type { ListingColumn } from '../../listings/listing';
import { Tag } from '../../states/tag';
import { formatDay } from '../../words/dates';
import { lastDayText, roleWord } from './role-words';

interface Acts {
  readonly ownId: string;
  readonly onOpen: (act: 'end' | 'disable' | 'enable' | 'password', row: RoleRow) => void;
}

function AccountActs({ row, onOpen }: Pick<Acts, 'onOpen'> & { readonly row: RoleRow }) {
  const { name, isDisabled, hasPassword } = row.person;
  const of = <span className="nhsuk-u-visually-hidden"> of {name}</span>;
  return (
    <>
      <button
        type="button"
        className="wt-link-button"
        onClick={() => onOpen(isDisabled ? 'enable' : 'disable', row)}
      >
        {isDisabled ? 'Enable' : 'Disable'} account{of}
      </button>
      {hasPassword ? (
        <button type="button" className="wt-link-button" onClick={() => onOpen('password', row)}>
          New password{of}
        </button>
      ) : null}
    </>
  );
}

function Acts({ row, ownId, onOpen }: Acts & { readonly row: RoleRow }) {
  const { person, grant, isFirst } = row;
  if (person.id === ownId) return <span className="wt-secondary">Your own</span>;
  return (
    <span className="wt-entry-actions">
      {grant === null || grant.state === 'ended' ? null : (
        <button type="button" className="wt-link-button" onClick={() => onOpen('end', row)}>
          End role
          <span className="nhsuk-u-visually-hidden">
            {' '}
            {roleText(grant)} of {person.name} at {grant.organisation.name}
          </span>
        </button>
      )}
      {isFirst ? <AccountActs row={row} onOpen={onOpen} /> : null}
    </span>
  );
}

/** Columns of the list of people; what can be done comes last, where one may. */
export function peopleColumns(acts: Acts | null): readonly ListingColumn<RoleRow>[] {
  const columns: ListingColumn<RoleRow>[] = [
    {
      ...PEOPLE_COLUMNS.person,
      kind: 'wide',
      cell: ({ person }) => (
        <>
          {person.name}
          <span className="wt-cell-note">{person.email}</span>
        </>
      ),
    },
    { ...PEOPLE_COLUMNS.role, kind: 'words', cell: ({ grant }) => roleText(grant) },
    {
      ...PEOPLE_COLUMNS.over,
      kind: 'wide',
      cell: ({ grant }) =>
        grant === null ? '' : `${grant.organisation.name} (${grant.organisation.code}) and all below it`,
    },
    {
      ...PEOPLE_COLUMNS.from,
      kind: 'short',
      cell: ({ grant }) => (grant === null ? '' : formatDay(grant.validFrom)),
    },
    {
      ...PEOPLE_COLUMNS.lastDay,
      kind: 'short',
      cell: ({ grant }) => (grant === null ? '' : lastDayText(grant)),
    },
    { ...PEOPLE_COLUMNS.state, kind: 'short', cell: (row) => <Tag word={roleWord(row)} /> },
  ];
  return acts === null
    ? columns
    : [...columns, { heading: 'Change', kind: 'short', cell: (row) => <Acts row={row} {...acts} /> }];
}
