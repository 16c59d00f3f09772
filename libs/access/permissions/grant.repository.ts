import type { EntityManager } from 'typeorm';
import { membershipsInForce, type Membership } from './lineage';
import { isRole, type Role } from './roles';

/** A role of a person over an organisation that is in force. */
export interface Grant {
  readonly role: Role;
  readonly organisationId: string;
}

const MEMBERSHIP_COLUMNS = 'organisation_id AS organisationId, parent_id AS parentId, valid_to AS validTo';

/** The relations along which grants reach down; an owner has no say in the plan of what it owns. */
const BEGUN_AND_REACHING = "valid_from <= ? AND relation IN ('system', 'region', 'nation', 'unit')";

/** The grants of an enabled person that are in force on a day (`YYYY-MM-DD`). */
export async function grantsOf(manager: EntityManager, personId: string, today: string): Promise<Grant[]> {
  const rows = await manager.query<{ role: string; organisationId: string }[]>(
    `SELECT g.role, g.organisation_id AS organisationId
     FROM access_grant g JOIN person p ON p.id = g.person_id AND p.disabled_at IS NULL
     WHERE g.person_id = ? AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to > ?)
     ORDER BY g.id`,
    [personId, today, today],
  );
  return rows.filter((row): row is Grant => isRole(row.role));
}

/** An organisation and all above it; empty when there is no such organisation. */
export async function organisationAndAncestors(
  manager: EntityManager,
  organisationId: string,
  today: string,
): Promise<ReadonlySet<string>> {
  const found = await manager.query<{ id: string }[]>('SELECT id FROM organisation WHERE id = ?', [
    organisationId,
  ]);
  const lineage = new Set(found.map(({ id }) => id));
  let level = [...lineage];
  while (level.length > 0) {
    const begun = await manager.query<Membership[]>(
      `SELECT ${MEMBERSHIP_COLUMNS} FROM organisation_membership
       WHERE organisation_id IN (?) AND ${BEGUN_AND_REACHING}`,
      [level, today],
    );
    const parents = membershipsInForce(begun, today).map(({ parentId }) => parentId);
    level = [...new Set(parents)].filter((id) => !lineage.has(id));
    for (const id of level) lineage.add(id);
  }
  return lineage;
}

/** Every membership that grants reach along on a day. */
export async function allMemberships(manager: EntityManager, today: string): Promise<Membership[]> {
  const begun = await manager.query<Membership[]>(
    `SELECT ${MEMBERSHIP_COLUMNS} FROM organisation_membership WHERE ${BEGUN_AND_REACHING}`,
    [today],
  );
  return membershipsInForce(begun, today);
}

/** Someone who holds a role, and where. */
export interface RoleHolding {
  readonly person: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly organisationId: string;
  /** The service commitment of a clinical lead; null for all of them. */
  readonly commitment: string | null;
}

/** Every role of enabled people on any of the organisations that is in force on a day, by name. */
export async function holdingsOn(
  manager: EntityManager,
  organisationIds: Iterable<string>,
  today: string,
): Promise<RoleHolding[]> {
  const places = [...organisationIds];
  if (places.length === 0) return [];
  const rows = await manager.query<(Omit<RoleHolding, 'person'> & { id: string; name: string })[]>(
    `SELECT p.id, p.name, g.role, g.organisation_id AS organisationId, g.commitment
     FROM access_grant g JOIN person p ON p.id = g.person_id AND p.disabled_at IS NULL
     WHERE g.organisation_id IN (?) AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to > ?)
     ORDER BY p.name, p.id, g.id`,
    [places, today, today],
  );
  return rows
    .filter(({ role }) => isRole(role))
    .map(({ id, name, ...grant }) => ({ ...grant, person: { id, name } }));
}
