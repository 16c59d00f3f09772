import { holds, namedWithCode, sentenceCase, type ListColumns } from './list';

/** A role that a person holds over an organisation and all below it. */
export interface ListedGrant {
  readonly id: string;
  readonly role: string;
  readonly organisation: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: string;
  };
  readonly commitment: string | null;
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validTo: string | null;
  readonly state: 'in-force' | 'to-come' | 'ended';
}

/** A person with an account. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
  readonly createdAt: string;
  readonly grants: readonly ListedGrant[];
}

/** A person with one of their roles; null for someone without any. */
export interface RoleRow {
  readonly person: ListedPerson;
  readonly grant: ListedGrant | null;
  /** The person's first row carries what is done to the account. */
  readonly isFirst: boolean;
}

/** What the list is narrowed to; empty for everything. */
export interface PeopleFilter {
  readonly find: string;
  readonly role: string;
  readonly state: string;
}

/** One row for each role of each person. */
export function roleRows(people: readonly ListedPerson[], { find, role, state }: PeopleFilter): RoleRow[] {
  return people.flatMap((person) => {
    const isNamed = (grant: ListedGrant | null) =>
      holds(find, [
        person.name,
        person.email,
        grant?.organisation.name ?? '',
        grant?.organisation.code ?? '',
      ]);
    const grants = person.grants.length === 0 ? [null] : person.grants;
    return grants
      .filter(isNamed)
      .filter((grant) => role === '' || grant?.role === role)
      .filter((grant) => state === '' || grant?.state === state)
      .map((grant, index) => ({ person, grant, isFirst: index === 0 }));
  });
}

const STATES: Readonly<Record<ListedGrant['state'], string>> = {
  'in-force': 'In force',
  'to-come': 'To come',
  ended: 'Ended',
};

/** How a role stands, in words; a disabled account holds none. */
export function roleStateText({ person, grant }: RoleRow): string {
  if (person.isDisabled) return 'Account disabled';
  return grant === null ? 'No role' : STATES[grant.state];
}

/** A role in words, with the commitment of a clinical lead. */
export function roleText(grant: ListedGrant | null): string {
  if (grant === null) return 'None';
  const { role, commitment } = grant;
  return commitment === null
    ? sentenceCase(role)
    : `${sentenceCase(role)}: ${sentenceCase(commitment).toLowerCase()}`;
}

const DAY_MILLISECONDS = 86_400_000;

/** The last day on which a role holds, `YYYY-MM-DD`; null where no end is set. */
export function lastDayOf(grant: ListedGrant | null): string | null {
  const validTo = grant?.validTo ?? null;
  if (validTo === null) return null;
  return new Date(Date.parse(`${validTo}T00:00:00Z`) - DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** People and their roles. */
export const PEOPLE_COLUMNS = {
  person: { heading: 'Person', value: ({ person }) => `${person.name} <${person.email}>` },
  role: { heading: 'Role', value: ({ grant }) => roleText(grant) },
  over: { heading: 'Over', value: ({ grant }) => (grant === null ? '' : namedWithCode(grant.organisation)) },
  from: { heading: 'From', value: ({ grant }) => grant?.validFrom ?? '' },
  lastDay: { heading: 'Last day', value: ({ grant }) => lastDayOf(grant) },
  state: { heading: 'State', value: roleStateText },
} satisfies ListColumns<RoleRow>;
