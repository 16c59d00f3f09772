import type { EntityManager } from 'typeorm';

/** How a row acts on what resolves without it; `reset` marks a row that no longer acts. */
export type StoredOperation = 'set' | 'add' | 'multiply' | 'reset';

/** One stored assumption: a value from `firstYear` on, at one scenario, organisation node and staff group. */
export interface AssumptionRow {
  readonly id: string;
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly staffGroup: string;
  readonly parameter: string;
  readonly firstYear: number;
  readonly operation: StoredOperation;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly at: Date;
}

/** Which rows to read: all those at any of the scenarios and any of the nodes. */
export interface AssumptionScope {
  readonly scenarioIds: readonly string[];
  readonly organisationIds: readonly string[];
  /** Only this parameter; all parameters when absent. */
  readonly parameter?: string;
}

const COLUMNS = `
  a.id, a.scenario_id AS scenarioId, a.organisation_id AS organisationId, a.staff_group_code AS staffGroup,
  a.parameter_key AS parameter, a.first_year AS firstYear, a.operation, a.value, a.low, a.high, a.basis, a.note,
  a.version, a.author_id AS authorId, a.updated_at AS updatedAt,
  (SELECT p.name FROM person p WHERE p.id = a.author_id) AS authorName`;

interface StoredRow extends Omit<AssumptionRow, 'value' | 'low' | 'high' | 'author' | 'at'> {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly updatedAt: Date;
}

/** Reads the rows that may act on a unit, in one query by the scenario, node and parameter index. */
export async function readAssumptionRows(
  manager: EntityManager,
  scope: AssumptionScope,
): Promise<readonly AssumptionRow[]> {
  const parameters: unknown[] = [scope.scenarioIds, scope.organisationIds];
  const byParameter = scope.parameter === undefined ? '' : 'AND a.parameter_key = ?';
  if (scope.parameter !== undefined) parameters.push(scope.parameter);
  const rows: StoredRow[] = await manager.query(
    `SELECT ${COLUMNS} FROM assumption a
     WHERE a.scenario_id IN (?)
       AND a.organisation_id IN (?) ${byParameter}`,
    parameters,
  );
  return rows.map(rowOf);
}

/**
 * Reads the rows of one scenario and node for some parameters under an exclusive lock, so that the
 * versions compared are the versions written over.
 */
export async function lockAssumptionRows(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
  parameters: readonly string[],
): Promise<readonly AssumptionRow[]> {
  const rows: StoredRow[] = await manager.query(
    `SELECT ${COLUMNS} FROM assumption a
     WHERE a.scenario_id = ? AND a.organisation_id = ? AND a.parameter_key IN (?)
     FOR UPDATE`,
    [scenarioId, organisationId, parameters],
  );
  return rows.map(rowOf);
}

function rowOf(row: StoredRow): AssumptionRow {
  return {
    id: row.id,
    scenarioId: row.scenarioId,
    organisationId: row.organisationId,
    staffGroup: row.staffGroup,
    parameter: row.parameter,
    firstYear: Number(row.firstYear),
    operation: row.operation,
    value: numberOf(row.value),
    low: numberOf(row.low),
    high: numberOf(row.high),
    basis: row.basis,
    note: row.note,
    version: Number(row.version),
    author: row.authorId === null ? null : { id: row.authorId, name: row.authorName ?? row.authorId },
    at: new Date(row.updatedAt),
  };
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
