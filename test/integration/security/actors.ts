import type { Role } from '#access';
import type { ApiUnderTest } from '../api/api-under-test';
import { EVERY_ROLE, type Actor, type Place } from './access-matrix';

/** Every role in the own system, and those whose place makes a difference. */
const GRANTS: readonly (readonly [Role, Place])[] = [
  ...EVERY_ROLE.map((role) => [role, 'QWO'] as const),
  ['workforce-lead', 'RR8'],
  ['approver', 'RR8'],
  ['regional-reviewer', 'Y63'],
  ['regional-reviewer', 'Y60'],
  ['system-planner', 'QJ2'],
  ['administrator', 'QJ2'],
  ['national-analyst', 'ENG'],
  ['administrator', 'ENG'],
  ['auditor', 'ENG'],
];

const nameOf = (role: Role, at: Place): string => `${role} at ${at}`;

/** Names of everyone who asks. */
export const ACTOR_NAMES: readonly string[] = [
  'anonymous',
  ...GRANTS.map(([role, at]) => nameOf(role, at)),
  'role ended',
  'session past its end',
  'session idle too long',
  'session ended',
  'account disabled',
  'administrator without the token of the session',
];

const NOBODY = { grant: null, hasCsrfToken: false, isSignedIn: false } as const;

/** Everyone who asks: nobody, those whose session or role has ended, and every role. */
export async function everyActor(api: ApiUnderTest): Promise<Actor[]> {
  const people: Actor[] = [{ name: 'anonymous', headers: {}, ...NOBODY }];
  for (const [role, at] of GRANTS) people.push(await holder(api, role, at));
  return [...people, ...(await formerHolders(api))];
}

/** Someone with one role. */
export async function holder(api: ApiUnderTest, role: Role, at: Place): Promise<Actor> {
  const { headers } = await api.signedIn(role, at);
  return { name: nameOf(role, at), headers, grant: { role, at }, hasCsrfToken: true, isSignedIn: true };
}

async function formerHolders(api: ApiUnderTest): Promise<Actor[]> {
  const ends: (() => Promise<unknown>)[] = [];
  const former = async (name: string, sql: string): Promise<Actor> => {
    const { headers, personId } = await api.signedIn('system-planner', 'QWO');
    ends.push(() => api.dataSource.query(sql, [personId]));
    return { name, headers, ...NOBODY };
  };
  const withoutRole = await former(
    'role ended',
    "UPDATE access_grant SET valid_to = '2021-04-01' WHERE person_id = ?",
  );
  const { headers } = await api.signedIn('administrator', 'QWO');
  const actors = [
    await former(
      'session past its end',
      "UPDATE person_session SET expires_at = '2021-04-01' WHERE person_id = ?",
    ),
    await former(
      'session idle too long',
      "UPDATE person_session SET last_seen_at = '2021-04-01' WHERE person_id = ?",
    ),
    await former('session ended', 'DELETE FROM person_session WHERE person_id = ?'),
    await former('account disabled', 'UPDATE person SET disabled_at = UTC_TIMESTAMP(6) WHERE id = ?'),
    { ...withoutRole, hasCsrfToken: true, isSignedIn: true },
    {
      name: 'administrator without the token of the session',
      headers: { cookie: headers['cookie'] ?? '' },
      grant: { role: 'administrator', at: 'QWO' },
      hasCsrfToken: false,
      isSignedIn: true,
    } as const,
  ];
  // Last, for signing in clears away sessions that have ended.
  for (const end of ends) await end();
  return actors;
}
