import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { recordAudit } from '../audit';
import type { Role } from '../permissions/roles';
import { hashPassword } from './password';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  /** Null for a person who signs in elsewhere. */
  readonly password: string | null;
  /** Who creates the person, for the audit trail. */
  readonly actor: string;
  readonly correlationId?: string | null;
}

export interface NewGrant {
  readonly personId: string;
  readonly role: Role;
  readonly organisationId: string;
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The first day on which it no longer holds; left out while it does. */
  readonly validTo?: string;
  /** The service commitment of a clinical lead. */
  readonly commitment?: string;
  /** Who grants it, for the audit trail. */
  readonly actor: string;
  readonly correlationId?: string | null;
}

/** The address by which an account is known: without blanks around it, in lower case. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Creates a person, or returns the one with this address as it is.
 *
 * @returns the id of the person, and whether it is new
 */
export async function createPerson(
  manager: EntityManager,
  person: NewPerson,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const email = normaliseEmail(person.email);
  const [known] = await manager.query<{ id: string }[]>('SELECT id FROM person WHERE email = ?', [email]);
  if (known !== undefined) return { id: known.id, isNew: false };
  const id = newId();
  const passwordHash = person.password === null ? null : await hashPassword(person.password);
  await manager.query(
    `INSERT INTO person (id, email, name, password_hash, disabled_at, created_at)
     VALUES (?, ?, ?, ?, NULL, UTC_TIMESTAMP(6))`,
    [id, email, person.name, passwordHash],
  );
  await recordAudit(manager, {
    actor: person.actor,
    action: 'person.created',
    entity: 'person',
    entityId: id,
    organisationId: null,
    detail: { hasPassword: passwordHash !== null },
    correlationId: person.correlationId ?? null,
  });
  return { id, isNew: true };
}

/** Gives a person a role over an organisation and all below it; the same grant twice is one. */
export async function grantRole(manager: EntityManager, grant: NewGrant): Promise<void> {
  const { personId, role, organisationId, validFrom, validTo = null, commitment = null } = grant;
  const same = await manager.query<unknown[]>(
    `SELECT 1 FROM access_grant WHERE person_id = ? AND role = ? AND organisation_id = ? AND valid_from = ?
       AND valid_to <=> ? AND commitment <=> ?`,
    [personId, role, organisationId, validFrom, validTo, commitment],
  );
  if (same.length > 0) return;
  const id = newId();
  await manager.query(
    `INSERT INTO access_grant (id, person_id, role, organisation_id, commitment, valid_from, valid_to)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, personId, role, organisationId, commitment, validFrom, validTo],
  );
  await recordAudit(manager, {
    actor: grant.actor,
    action: 'grant.given',
    entity: 'access_grant',
    entityId: id,
    organisationId,
    detail: { personId, role, validFrom, validTo, commitment },
    correlationId: grant.correlationId ?? null,
  });
}
