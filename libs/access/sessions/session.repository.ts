import type { EntityManager } from 'typeorm';
import { isRole } from '../permissions/roles';
import { SESSION_LIMITS, type SessionGrant, type SessionPerson, type SignedInPerson } from './session';

/** How stale the time of the last request may get, to spare a write on each. */
const TOUCH_AFTER_MILLISECONDS = 60_000;

interface SessionRow extends SessionPerson {
  readonly csrfToken: string;
  readonly isElsewhere: number;
  readonly lastSeenAt: Date;
}

interface GrantRow {
  readonly role: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

export interface NewSession {
  readonly tokenSha256: string;
  readonly personId: string;
  readonly csrfToken: string;
  /** SHA-256 of the session at the identity provider; null where a password began it. */
  readonly providerSessionSha256: string | null;
  readonly now: Date;
}

/** Stores a session. */
export async function insertSession(manager: EntityManager, session: NewSession): Promise<void> {
  const { tokenSha256, personId, csrfToken, providerSessionSha256, now } = session;
  const expiresAt = new Date(now.getTime() + SESSION_LIMITS.absoluteMilliseconds);
  await manager.query(
    `INSERT INTO person_session
       (token_sha256, person_id, csrf_token, created_at, last_seen_at, expires_at, provider_session_sha256)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [tokenSha256, personId, csrfToken, now, now, expiresAt, providerSessionSha256],
  );
}

/** The person of a session that is within its limits; notes that it was used. */
export async function useSession(
  manager: EntityManager,
  tokenSha256: string,
  now: Date,
): Promise<SignedInPerson | null> {
  const idleSince = new Date(now.getTime() - SESSION_LIMITS.idleMilliseconds);
  const [row] = await manager.query<SessionRow[]>(
    `SELECT p.id, p.name, p.email, s.csrf_token AS csrfToken, s.last_seen_at AS lastSeenAt,
       s.provider_session_sha256 IS NOT NULL AS isElsewhere
     FROM person_session s JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
     WHERE s.token_sha256 = ? AND s.expires_at > ? AND s.last_seen_at > ?`,
    [tokenSha256, now, idleSince],
  );
  if (row === undefined) return null;
  const { lastSeenAt, isElsewhere, ...person } = row;
  if (now.getTime() - lastSeenAt.getTime() > TOUCH_AFTER_MILLISECONDS) {
    await manager.query('UPDATE person_session SET last_seen_at = ? WHERE token_sha256 = ?', [
      now,
      tokenSha256,
    ]);
  }
  return { ...person, signsInElsewhere: isElsewhere === 1 };
}

/** Ends a session. @returns whether there was one */
export async function deleteSession(manager: EntityManager, tokenSha256: string): Promise<boolean> {
  const { affectedRows } = await manager.query<{ affectedRows: number }>(
    'DELETE FROM person_session WHERE token_sha256 = ?',
    [tokenSha256],
  );
  return affectedRows > 0;
}

/** Ends every session of a person. */
export async function deleteSessionsOf(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('DELETE FROM person_session WHERE person_id = ?', [personId]);
}

/** Ends every session of a person but one. */
export async function deleteOtherSessions(
  manager: EntityManager,
  personId: string,
  tokenSha256: string,
): Promise<void> {
  await manager.query('DELETE FROM person_session WHERE person_id = ? AND token_sha256 <> ?', [
    personId,
    tokenSha256,
  ]);
}

/**
 * Ends the sessions of a person that an identity provider began.
 *
 * @param providerSessionSha256 the one that ended there; null for all of them
 * @returns how many ended
 */
export async function deleteProviderSessions(
  manager: EntityManager,
  personId: string,
  providerSessionSha256: string | null,
): Promise<number> {
  const { affectedRows } = await manager.query<{ affectedRows: number }>(
    `DELETE FROM person_session WHERE person_id = ? AND provider_session_sha256 IS NOT NULL
       AND (? IS NULL OR provider_session_sha256 = ?)`,
    [personId, providerSessionSha256, providerSessionSha256],
  );
  return affectedRows;
}

/** Removes sessions past their limits. */
export async function deleteExpiredSessions(manager: EntityManager, now: Date): Promise<void> {
  const idleSince = new Date(now.getTime() - SESSION_LIMITS.idleMilliseconds);
  await manager.query('DELETE FROM person_session WHERE expires_at <= ? OR last_seen_at <= ?', [
    now,
    idleSince,
  ]);
}

/** The grants of a person that are in force, each with its organisation as it was last called. */
export async function sessionGrants(
  manager: EntityManager,
  personId: string,
  today: string,
): Promise<SessionGrant[]> {
  const rows = await manager.query<GrantRow[]>(
    `SELECT g.role, p.organisation_id AS id, p.ods_code AS code, p.name, p.type
     FROM access_grant g
     JOIN organisation_period p ON p.organisation_id = g.organisation_id AND p.valid_from = (
       SELECT MAX(l.valid_from) FROM organisation_period l
       WHERE l.organisation_id = g.organisation_id AND l.valid_from <= ?)
     WHERE g.person_id = ? AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to > ?)
     ORDER BY g.id`,
    [today, personId, today, today],
  );
  return rows.flatMap(({ role, ...organisation }) => (isRole(role) ? [{ role, organisation }] : []));
}
