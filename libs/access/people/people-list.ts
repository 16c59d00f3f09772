import type { EntityManager } from 'typeorm';
import { isRole, type Role } from '../permissions/roles';

/** A grant as administration shows it, in force or not. */
export interface ListedGrant {
  readonly id: string;
  readonly role: Role;
  readonly organisation: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: string;
  };
  readonly commitment: string | null;
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The first day on which it no longer holds; null while none is set. */
  readonly validTo: string | null;
  readonly state: 'in-force' | 'to-come' | 'ended';
}

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: boolean;
  /** Whether the person signs in with a password of this installation. */
  readonly hasPassword: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly grants: readonly ListedGrant[];
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: number;
  readonly hasPassword: number;
  readonly createdAt: Date;
}

interface GrantRow {
  readonly id: string;
  readonly personId: string;
  readonly role: string;
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly commitment: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Which people and grants may be shown: all of them, or those on some organisations. */
export type PeopleScope = 'everyone' | ReadonlySet<string>;

/**
 * People with their grants, by name. Someone without a grant in the scope is left out, and so are grants
 * outside it.
 *
 * @param today `YYYY-MM-DD`
 */
export async function listPeople(
  manager: EntityManager,
  scope: PeopleScope,
  today: string,
): Promise<ListedPerson[]> {
  const people = await manager.query<PersonRow[]>(
    `SELECT id, name, email, disabled_at IS NOT NULL AS isDisabled, password_hash IS NOT NULL AS hasPassword,
       created_at AS createdAt FROM person ORDER BY name, email`,
  );
  const grants = (await readGrants(manager, today)).filter(
    ({ organisationId }) => scope === 'everyone' || scope.has(organisationId),
  );
  const byPerson = new Map<string, ListedGrant[]>();
  for (const row of grants) {
    byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), ...toListed(row, today)]);
  }
  return people
    .filter(({ id }) => scope === 'everyone' || byPerson.has(id))
    .map(({ isDisabled, hasPassword, createdAt, ...person }) => ({
      ...person,
      isDisabled: Boolean(isDisabled),
      hasPassword: Boolean(hasPassword),
      createdAt: createdAt.toISOString(),
      grants: byPerson.get(person.id) ?? [],
    }));
}

/** The organisations on which a person has a grant that has not ended. */
export async function organisationsOfPerson(
  manager: EntityManager,
  personId: string,
  today: string,
): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT organisation_id AS id FROM access_grant
     WHERE person_id = ? AND (valid_to IS NULL OR valid_to > ?)`,
    [personId, today],
  );
  return rows.map(({ id }) => id);
}

/** All grants, each with its organisation as it was last called. */
function readGrants(manager: EntityManager, today: string): Promise<GrantRow[]> {
  return manager.query<GrantRow[]>(
    `SELECT g.id, g.person_id AS personId, g.role, g.organisation_id AS organisationId, p.ods_code AS code, p.name,
       p.type, g.commitment, g.valid_from AS validFrom, g.valid_to AS validTo
     FROM access_grant g
     JOIN organisation_period p ON p.organisation_id = g.organisation_id AND p.valid_from = (
       SELECT MAX(l.valid_from) FROM organisation_period l
       WHERE l.organisation_id = g.organisation_id AND l.valid_from <= ?)
     ORDER BY g.valid_from, g.id`,
    [today],
  );
}

function toListed(row: GrantRow, today: string): ListedGrant[] {
  const { id, role, organisationId, code, name, type, commitment, validFrom, validTo } = row;
  if (!isRole(role)) return [];
  const hasEnded = validTo !== null && validTo <= today;
  const state = hasEnded ? 'ended' : validFrom > today ? 'to-come' : 'in-force';
  const organisation = { id: organisationId, code, name, type };
  return [{ id, role, organisation, commitment, validFrom, validTo, state }];
}
