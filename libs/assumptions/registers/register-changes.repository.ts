import type { RegisterEntry } from '#modules/register';
import type { EntityManager } from 'typeorm';
import type { ChangeAt, ChangesFilter, OrganisationName } from '../plan-change';

/** One saved change of one register entry, with all that it held before and after. */
export interface EntryChange extends ChangeAt {
  readonly kind: 'entry';
  /** Key of the register. */
  readonly register: string;
  readonly entryKey: string;
  /** Null where it was not there, or had been withdrawn. */
  readonly before: RegisterEntry['values'] | null;
  /** Null for a withdrawal. */
  readonly after: RegisterEntry['values'] | null;
}

interface StoredChange {
  readonly seq: string;
  readonly at: Date;
  readonly author: string | null;
  readonly origin: string;
  readonly organisationId: string;
  readonly register: string;
  readonly entryKey: string;
  readonly entryValues: string | null;
  readonly valuesBefore: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/** The changes of register entries that the filter lets through, newest first. */
export async function readEntryChanges(
  manager: EntityManager,
  { scenarioId, organisationIds, before, limit }: ChangesFilter,
  names: ReadonlyMap<string, OrganisationName>,
): Promise<readonly EntryChange[]> {
  if (organisationIds.length === 0) return [];
  const rows: StoredChange[] = await manager.query(
    `SELECT h.seq, h.at, h.origin, h.reason, h.note, h.entry_values AS entryValues,
       last.entry_values AS valuesBefore,
       (SELECT p.name FROM person p WHERE p.id = h.author_id) AS author,
       e.organisation_id AS organisationId, e.register_key AS register, e.entry_key AS entryKey
     FROM register_entry e
       JOIN register_entry_history h ON h.register_entry_id = e.id
       LEFT JOIN register_entry_history last
         ON last.register_entry_id = h.register_entry_id AND last.version = h.version - 1
     WHERE e.scenario_id = ? AND e.organisation_id IN (?) AND h.seq < ?
     ORDER BY h.seq DESC LIMIT ?`,
    [scenarioId, organisationIds, before, limit],
  );
  return rows.map((row) => changeOf(row, names));
}

function changeOf(row: StoredChange, names: ReadonlyMap<string, OrganisationName>): EntryChange {
  const { organisationId: id, author, origin, register, entryKey } = row;
  return {
    kind: 'entry',
    seq: Number(row.seq),
    at: new Date(row.at).toISOString(),
    author,
    origin,
    organisation: names.get(id) ?? { id, code: '', name: '' },
    register,
    entryKey,
    before: valuesOf(row.valuesBefore),
    after: valuesOf(row.entryValues),
    reason: row.reason ?? row.note,
  };
}

function valuesOf(text: string | null): RegisterEntry['values'] | null {
  return text === null ? null : (JSON.parse(text) as RegisterEntry['values']);
}
