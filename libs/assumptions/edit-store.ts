import { insertRows, numberToDecimal } from '#persistence';
import { newId } from '#platform';
import type { EntityManager } from 'typeorm';
import { cellKey, type AssumptionEdit, type AssumptionEdits, type EditActor } from './assumption-edit';
import type { AssumptionRow } from './assumption-row.repository';

/** Decimals of a stored value. */
const SCALE = 8;

/** One cell as it will be stored. */
export interface CellChange {
  readonly id: string;
  readonly edit: AssumptionEdit;
  readonly version: number;
  /** The row as it was; null where the cell never had one. */
  readonly before: AssumptionRow | null;
}

/** Two editors changed one cell: both values, for the person who must choose. */
export interface EditConflict {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  readonly mine: Pick<
    AssumptionEdit,
    'operation' | 'value' | 'low' | 'high' | 'basis' | 'note' | 'baseVersion'
  >;
  readonly theirs: {
    readonly operation: AssumptionRow['operation'] | null;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly version: number;
    readonly author: string | null;
    readonly at: string | null;
  };
}

/** The edits whose cells have moved on since the editor read them. */
export function conflictsOf(
  edits: readonly AssumptionEdit[],
  current: readonly AssumptionRow[],
): readonly EditConflict[] {
  const rows = byCell(current);
  return edits.flatMap((edit) => {
    const row = rows.get(cellKey(edit));
    return edit.baseVersion === (row?.version ?? 0) ? [] : [conflictOf(edit, row)];
  });
}

function conflictOf(edit: AssumptionEdit, row: AssumptionRow | undefined): EditConflict {
  const { parameter, staffGroup, year, operation, value, basis, note, baseVersion } = edit;
  const { low = null, high = null } = edit;
  return {
    parameter,
    staffGroup,
    year,
    mine: { operation, value, low, high, basis, note, baseVersion },
    theirs: row === undefined ? NO_ROW : storedValueOf(row),
  };
}

const NO_ROW: EditConflict['theirs'] = {
  operation: null,
  value: null,
  low: null,
  high: null,
  version: 0,
  author: null,
  at: null,
};

function storedValueOf({
  operation,
  value,
  low,
  high,
  version,
  author,
  at,
}: AssumptionRow): EditConflict['theirs'] {
  return { operation, value, low, high, version, author: author?.name ?? null, at: at.toISOString() };
}

/** What the edits change. A reset of a cell without an own value changes nothing and is left out. */
export function changesOf(
  edits: readonly AssumptionEdit[],
  current: readonly AssumptionRow[],
): readonly CellChange[] {
  const rows = byCell(current);
  return edits.flatMap((edit) => {
    const before = rows.get(cellKey(edit)) ?? null;
    const hasOwnValue = before !== null && before.operation !== 'reset';
    if (edit.operation === 'reset' && !hasOwnValue) return [];
    return [{ id: before?.id ?? newId(), edit, version: edit.baseVersion + 1, before }];
  });
}

function byCell(rows: readonly AssumptionRow[]): ReadonlyMap<string, AssumptionRow> {
  return new Map(rows.map((row) => [cellKey({ ...row, year: row.firstYear }), row]));
}

/**
 * Writes the changes and their history. Existing rows are updated under their version.
 *
 * @throws RangeError when a row moved on although its layer is locked: the transaction must not commit.
 */
export async function storeChanges(
  manager: EntityManager,
  batch: AssumptionEdits,
  changes: readonly CellChange[],
  at: Date,
): Promise<void> {
  await insertCells(
    manager,
    batch,
    changes.filter(({ before }) => before === null),
    at,
  );
  for (const change of changes) {
    if (change.before !== null) await updateCell(manager, change, batch.actor, at);
  }
  await insertHistory(manager, batch, changes, at);
}

async function insertCells(
  manager: EntityManager,
  batch: AssumptionEdits,
  changes: readonly CellChange[],
  at: Date,
): Promise<void> {
  const columns = ['id', 'scenario_id', 'organisation_id', 'staff_group_code', 'parameter_key', 'first_year'];
  await insertRows(
    manager,
    'assumption',
    [...columns, ...VALUE_COLUMNS, 'author_id', 'updated_at'],
    changes.map((change) => [
      change.id,
      batch.scenarioId,
      batch.organisationId,
      change.edit.staffGroup,
      change.edit.parameter,
      change.edit.year,
      ...valuesOf(change),
      batch.actor.id,
      at,
    ]),
  );
}

const VALUE_COLUMNS = ['version', 'operation', 'value', 'low', 'high', 'basis', 'note'] as const;

function valuesOf({ edit, version }: CellChange) {
  if (edit.operation === 'reset')
    return [version, 'reset', null, null, null, null, edit.note ?? null] as const;
  return [
    version,
    edit.operation,
    decimalOf(edit.value),
    decimalOf(edit.low),
    decimalOf(edit.high),
    edit.basis ?? null,
    edit.note ?? null,
  ] as const;
}

function decimalOf(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : numberToDecimal(value, SCALE);
}

async function updateCell(
  manager: EntityManager,
  change: CellChange,
  actor: EditActor,
  at: Date,
): Promise<void> {
  const result: { affectedRows: number } = await manager.query(
    `UPDATE assumption SET ${VALUE_COLUMNS.map((column) => `${column} = ?`).join(', ')}, author_id = ?, updated_at = ?
     WHERE id = ? AND version = ?`,
    [...valuesOf(change), actor.id, at, change.id, change.edit.baseVersion],
  );
  if (result.affectedRows !== 1) throw new RangeError(`Assumption ${change.id} moved on while it was locked`);
}

async function insertHistory(
  manager: EntityManager,
  batch: AssumptionEdits,
  changes: readonly CellChange[],
  at: Date,
): Promise<void> {
  await insertRows(
    manager,
    'assumption_history',
    ['assumption_id', ...VALUE_COLUMNS, 'reason', 'origin', 'author_id', 'at'],
    changes.map((change) => [
      change.id,
      ...valuesOf(change),
      batch.reason ?? null,
      batch.origin,
      batch.actor.id,
      at,
    ]),
  );
}
