import type { EntityManager } from 'typeorm';
import { canonicalJson } from '#platform';

/** Something that was done, by whom, to what. */
export interface AuditEvent {
  /** The id of a person, or the name of a process. */
  readonly actor: string;
  /** What was done, as `thing.done`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** The organisation whose data it was; null when it was nobody's. */
  readonly organisationId: string | null;
  /** What changed; any JSON. Never a password, a token or personal data beyond ids. */
  readonly detail: unknown;
  /** The piece of work it belongs to, as in the logs. */
  readonly correlationId: string | null;
}

/**
 * Writes an audit entry in the transaction of the change it tells of, so that neither is there without the
 * other. The sealer chains it later: a chain inside the transaction would make all writers wait in line.
 */
export async function recordAudit(manager: EntityManager, event: AuditEvent): Promise<void> {
  const { actor, action, entity, entityId, organisationId, detail, correlationId } = event;
  await manager.query(
    `INSERT INTO audit_entry (at, actor, action, entity, entity_id, organisation_id, detail, correlation_id)
     VALUES (UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?, ?)`,
    [actor, action, entity, entityId, organisationId, canonicalJson(detail), correlationId],
  );
}
