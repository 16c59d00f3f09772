import { insertRows } from '#persistence';
import type { RegisterEntry } from '#modules/register';
import type { EntityManager } from 'typeorm';
import type { EditActor } from '../assumption-edit';
import type { RegisterEdits } from './register-edit';

/** A stored entry at one scenario and organisation node; `values` is null where it is withdrawn. */
export interface RegisterRowOfNode {
  readonly id: string;
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly register: string;
  readonly entryKey: string;
  readonly values: RegisterEntry['values'] | null;
  readonly note: string | null;
  readonly version: number;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly at: Date;
}

/** One entry as it will be stored. */
export interface RegisterChange {
  readonly id: string;
  readonly register: string;
  readonly entryKey: string;
  readonly values: RegisterEntry['values'] | null;
  readonly note: string | null;
  readonly version: number;
  readonly isNew: boolean;
}

interface StoredRow extends Omit<RegisterRowOfNode, 'values' | 'author' | 'at' | 'createdAt'> {
  readonly entryValues: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = `
  e.id, e.scenario_id AS scenarioId, e.organisation_id AS organisationId, e.register_key AS register,
  e.entry_key AS entryKey, e.entry_values AS entryValues, e.note, e.version, e.author_id AS authorId,
  e.created_at AS createdAt, e.updated_at AS updatedAt,
  (SELECT p.name FROM person p WHERE p.id = e.author_id) AS authorName`;

/** The entries at any of the scenarios and nodes, in the order in which they were first entered. */
export async function readRegisterRows(
  manager: EntityManager,
  scenarioIds: readonly string[],
  organisationIds: readonly string[],
): Promise<readonly RegisterRowOfNode[]> {
  const rows: StoredRow[] = await manager.query(
    `SELECT ${COLUMNS} FROM register_entry e WHERE e.scenario_id IN (?) AND e.organisation_id IN (?)
     ORDER BY e.created_at, e.entry_key`,
    [scenarioIds, organisationIds],
  );
  return rows.map(rowOf);
}

/** The entries of one scenario and node, under an exclusive lock. */
export async function lockRegisterRows(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<readonly RegisterRowOfNode[]> {
  const rows: StoredRow[] = await manager.query(
    `SELECT ${COLUMNS} FROM register_entry e WHERE e.scenario_id = ? AND e.organisation_id = ? FOR UPDATE`,
    [scenarioId, organisationId],
  );
  return rows.map(rowOf);
}

function rowOf({ entryValues, authorId, authorName, updatedAt, ...row }: StoredRow): RegisterRowOfNode {
  return {
    ...row,
    version: Number(row.version),
    values: entryValues === null ? null : (JSON.parse(entryValues) as RegisterEntry['values']),
    author: authorId === null ? null : { id: authorId, name: authorName ?? authorId },
    createdAt: new Date(row.createdAt),
    at: new Date(updatedAt),
  };
}

/**
 * Writes entries and their history. Existing ones are updated under their version.
 *
 * @throws RangeError when an entry moved on although its layer is locked: the transaction must not commit.
 */
export async function storeRegisterChanges(
  manager: EntityManager,
  batch: RegisterEdits,
  changes: readonly RegisterChange[],
  at: Date,
): Promise<void> {
  await insertRows(
    manager,
    'register_entry',
    [
      'id',
      'scenario_id',
      'organisation_id',
      'register_key',
      'entry_key',
      'entry_values',
      'note',
      'version',
      'author_id',
      'created_at',
      'updated_at',
    ],
    changes
      .filter(({ isNew }) => isNew)
      .map((change) => [
        change.id,
        batch.scenarioId,
        batch.organisationId,
        change.register,
        change.entryKey,
        textOf(change),
        change.note,
        change.version,
        batch.actor.id,
        at,
        at,
      ]),
  );
  for (const change of changes) {
    if (!change.isNew) await updateEntry(manager, change, batch.actor, at);
  }
  await insertRows(
    manager,
    'register_entry_history',
    ['register_entry_id', 'version', 'entry_values', 'note', 'reason', 'origin', 'author_id', 'at'],
    changes.map((change) => [
      change.id,
      change.version,
      textOf(change),
      change.note,
      batch.reason ?? null,
      batch.origin,
      batch.actor.id,
      at,
    ]),
  );
}

function textOf({ values }: RegisterChange): string | null {
  return values === null ? null : JSON.stringify(values);
}

async function updateEntry(
  manager: EntityManager,
  change: RegisterChange,
  actor: EditActor,
  at: Date,
): Promise<void> {
  const result: { affectedRows: number } = await manager.query(
    `UPDATE register_entry SET entry_values = ?, note = ?, version = ?, author_id = ?, updated_at = ?
     WHERE id = ? AND version = ?`,
    [textOf(change), change.note, change.version, actor.id, at, change.id, change.version - 1],
  );
  if (result.affectedRows !== 1) {
    throw new RangeError(`Register entry ${change.id} moved on while it was locked`);
  }
}
