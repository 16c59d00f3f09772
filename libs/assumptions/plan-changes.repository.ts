import type { EntityManager } from 'typeorm';
import type { StoredOperation } from './assumption-row.repository';
import type { ChangeAt, ChangesFilter, OrganisationName } from './plan-change';

/** One saved change of one assumption: what stood there, and what was entered. */
export interface AssumptionChange extends ChangeAt {
  readonly kind: 'assumption';
  readonly parameter: string;
  readonly staffGroup: { readonly code: string; readonly name: string };
  readonly year: number;
  /** What was entered there before; null where nothing was, or where it had been reset. */
  readonly before: EnteredAmount | null;
  /** Null for a reset to the inherited value. */
  readonly after: EnteredAmount | null;
}

/** A number and whether it stands for itself, is added to what is inherited, or multiplies it. */
export interface EnteredAmount {
  readonly operation: Exclude<StoredOperation, 'reset'>;
  readonly value: number;
}

interface StoredChange {
  readonly seq: string;
  readonly at: Date;
  readonly author: string | null;
  readonly origin: string;
  readonly organisationId: string;
  readonly parameter: string;
  readonly staffGroup: string;
  readonly staffGroupName: string;
  readonly year: number;
  readonly operation: StoredOperation;
  readonly value: string | null;
  readonly operationBefore: StoredOperation | null;
  readonly valueBefore: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/** The changes of assumptions that the filter lets through, newest first. */
export async function readAssumptionChanges(
  manager: EntityManager,
  { scenarioId, organisationIds, before, limit }: ChangesFilter,
  names: ReadonlyMap<string, OrganisationName>,
): Promise<readonly AssumptionChange[]> {
  if (organisationIds.length === 0) return [];
  const rows: StoredChange[] = await manager.query(
    `SELECT h.seq, h.at, h.origin, h.reason, h.note, h.operation, h.value,
       last.operation AS operationBefore, last.value AS valueBefore,
       (SELECT p.name FROM person p WHERE p.id = h.author_id) AS author,
       a.organisation_id AS organisationId, a.parameter_key AS parameter, a.first_year AS year,
       g.code AS staffGroup, g.name AS staffGroupName
     FROM assumption a
       JOIN assumption_history h ON h.assumption_id = a.id
       JOIN staff_group g ON g.code = a.staff_group_code
       LEFT JOIN assumption_history last ON last.assumption_id = h.assumption_id AND last.version = h.version - 1
     WHERE a.scenario_id = ? AND a.organisation_id IN (?) AND h.seq < ?
     ORDER BY h.seq DESC LIMIT ?`,
    [scenarioId, organisationIds, before, limit],
  );
  return rows.map((row) => changeOf(row, names));
}

function changeOf(row: StoredChange, names: ReadonlyMap<string, OrganisationName>): AssumptionChange {
  const { organisationId: id, at, author, origin, parameter, year } = row;
  return {
    kind: 'assumption',
    seq: Number(row.seq),
    at: new Date(at).toISOString(),
    author,
    origin,
    organisation: names.get(id) ?? { id, code: '', name: '' },
    parameter,
    staffGroup: { code: row.staffGroup, name: row.staffGroupName },
    year,
    before: amountOf(row.operationBefore, row.valueBefore),
    after: amountOf(row.operation, row.value),
    reason: row.reason ?? row.note,
  };
}

function amountOf(operation: StoredOperation | null, value: string | null): EnteredAmount | null {
  return operation === null || operation === 'reset' || value === null
    ? null
    : { operation, value: Number(value) };
}
