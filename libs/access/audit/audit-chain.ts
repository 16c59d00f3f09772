import { canonicalJson, sha256Hex } from '#platform';

/** An audit entry as stored; the moment as text, with its microseconds. */
export interface StoredAuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly organisationId: string | null;
  readonly detail: string;
  readonly correlationId: string | null;
}

/** What the first link follows. */
export const GENESIS_SHA256 = '0'.repeat(64);

/** Select list that yields a {@link StoredAuditEntry} from `audit_entry e`. */
export const ENTRY_COLUMNS = `e.seq, CAST(e.at AS CHAR) AS at, e.actor, e.action, e.entity, e.entity_id AS entityId,
  e.organisation_id AS organisationId, e.detail, e.correlation_id AS correlationId`;

/**
 * The link of an entry: SHA-256 over the canonical JSON of its place, the link before and its content.
 *
 * @param position place in the chain, from 1
 * @param previousSha256 the link before, or {@link GENESIS_SHA256}
 */
export function linkOf(position: number, previousSha256: string, entry: StoredAuditEntry): string {
  const { seq, at, actor, action, entity, entityId, organisationId, detail, correlationId } = entry;
  return sha256Hex(
    canonicalJson({
      position,
      previousSha256,
      entry: { seq, at, actor, action, entity, entityId, organisationId, detail, correlationId },
    }),
  );
}
