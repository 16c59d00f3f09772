import type { ListedGrant, ListedPerson } from '../../api/administration-types';
import { holds } from '../../listings/use-address';
import { formatDay } from '../../words/dates';
import { sentenceCase, type StateWord } from '../../words/states';

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

const STATES: Readonly<Record<ListedGrant['state'], StateWord>> = {
  'in-force': { text: 'In force', colour: 'green' },
  'to-come': { text: 'To come', colour: 'yellow' },
  ended: { text: 'Ended', colour: 'grey' },
};

/** How a role stands; a disabled account holds none. */
export function roleWord({ person, grant }: RoleRow): StateWord {
  if (person.isDisabled) return { text: 'Account disabled', colour: 'red' };
  return grant === null ? { text: 'No role', colour: 'grey' } : STATES[grant.state];
}

/** A role in words, with the commitment of a clinical lead. */
export function roleText(grant: ListedGrant | null): string {
  if (grant === null) return 'None';
  const { role, commitment } = grant;
  return commitment === null
    ? sentenceCase(role)
    : `${sentenceCase(role)}: ${sentenceCase(commitment).toLowerCase()}`;
}

/** The last day of a role, in words: the day before the one on which it no longer holds. */
export function lastDay(validTo: string | null): string {
  if (validTo === null) return 'No end set';
  return formatDay(new Date(Date.parse(`${validTo}T00:00:00Z`) - 86_400_000).toISOString());
}
