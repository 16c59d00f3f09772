import type { EntityManager } from 'typeorm';

/** Which entries are asked for; what is null is not asked. */
export interface AuditFilter {
  /** Part of a person's name or address, or the name of a process. */
  readonly actor: string | null;
  /** Beginning of the action, for instance `grant.` or `grant.given`. */
  readonly action: string | null;
  /** The thing acted on, by its id. */
  readonly entityId: string | null;
  readonly organisationId: string | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Which entries may be shown: all of them, or those about some organisations. */
export type AuditScope = 'everything' | ReadonlySet<string>;

/** An entry of the audit trail as it is read. */
export interface AuditTrailEntry {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  /** Id of a person, or name of a process. */
  readonly actor: string;
  /** Name of the person; null for a process. */
  readonly actorName: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** JSON, as it was recorded. */
  readonly detail: string;
  readonly correlationId: string | null;
  /** Whether it is in the hash chain yet. */
  readonly isSealed: boolean;
}

interface EntryRow extends Omit<AuditTrailEntry, 'at' | 'organisation' | 'isSealed'> {
  readonly at: Date;
  readonly organisationId: string | null;
  readonly isSealed: number;
}

interface Page {
  /** Entries before this one; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** A page of the entries that a filter lets through, the newest first. */
export async function readAuditTrail(
  manager: EntityManager,
  filter: AuditFilter,
  scope: AuditScope,
  page: Page,
): Promise<AuditTrailEntry[]> {
  if (scope !== 'everything' && scope.size === 0) return [];
  const { sql, values } = conditions(filter, scope, page);
  const rows = await manager.query<EntryRow[]>(
    `SELECT e.seq, e.at, e.actor, p.name AS actorName, e.action, e.entity, e.entity_id AS entityId,
       e.organisation_id AS organisationId, e.detail, e.correlation_id AS correlationId,
       s.audit_seq IS NOT NULL AS isSealed
     FROM audit_entry e
     LEFT JOIN person p ON p.id = e.actor
     LEFT JOIN audit_seal s ON s.audit_seq = e.seq
     ${sql} ORDER BY e.seq DESC LIMIT ?`,
    [...values, page.limit],
  );
  const names = await readOrganisations(manager, rows);
  return rows.map(({ at, organisationId, isSealed, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    organisation: names.get(organisationId ?? '') ?? null,
    isSealed: Boolean(isSealed),
  }));
}

interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function conditions(filter: AuditFilter, scope: AuditScope, { before }: Page): Conditions {
  const { actor, action, entityId, organisationId, from, to } = filter;
  const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
  const parts: readonly (readonly [string, readonly unknown[]] | null)[] = [
    before === null ? null : ['e.seq < ?', [before]],
    actor === null
      ? null
      : [
          '(e.actor = CONVERT(? USING ascii) OR p.name LIKE ? OR p.email LIKE ?)',
          [actor, ...twice(`%${like(actor)}%`)],
        ],
    action === null ? null : ['e.action LIKE ?', [`${like(action)}%`]],
    entityId === null ? null : ['e.entity_id = ?', [entityId]],
    organisationId === null ? null : ['e.organisation_id = ?', [organisationId]],
    from === null ? null : ['e.at >= ?', [from]],
    to === null ? null : ['e.at < DATE_ADD(?, INTERVAL 1 DAY)', [to]],
    scope === 'everything' ? null : ['e.organisation_id IN (?)', [[...scope]]],
  ];
  const used = parts.filter((part) => part !== null);
  return {
    sql: used.length === 0 ? '' : `WHERE ${used.map(([sql]) => sql).join(' AND ')}`,
    values: used.flatMap(([, values]) => values),
  };
}

const twice = (text: string): readonly string[] => [text, text];

async function readOrganisations(
  manager: EntityManager,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<string, NonNullable<AuditTrailEntry['organisation']>>> {
  const ids = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await manager.query<NonNullable<AuditTrailEntry['organisation']>[]>(
    `SELECT organisation_id AS id, ods_code AS code, name FROM organisation_period
     WHERE organisation_id IN (?) ORDER BY valid_from`,
    [ids],
  );
  // Ascending, so that the latest name is the one that stays.
  return new Map(found.map((organisation) => [organisation.id, organisation]));
}
