import { lastDayOf, roleStateText, type ListedGrant, type RoleRow } from '#views/lists';
import { formatDay } from '../../words/dates';
import type { StateWord } from '../../words/states';

const COLOURS: Readonly<Record<ListedGrant['state'], StateWord['colour']>> = {
  'in-force': 'green',
  'to-come': 'yellow',
  ended: 'grey',
};

/** The tag of a role; a disabled account holds none. */
export function roleWord(row: RoleRow): StateWord {
  const { person, grant } = row;
  const colour = person.isDisabled ? 'red' : grant === null ? 'grey' : COLOURS[grant.state];
  return { text: roleStateText(row), colour };
}

/** The last day of a role, in words. */
export function lastDayText(grant: ListedGrant): string {
  const day = lastDayOf(grant);
  return day === null ? 'No end set' : formatDay(day);
}
