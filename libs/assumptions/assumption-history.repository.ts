import type { EntityManager } from 'typeorm';
import type { StoredOperation } from './assumption-row.repository';

/** Names one cell. */
export interface HistoryQuestion {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
}

/** One version of a cell: who entered what, when, from where and why. */
export interface AssumptionHistoryEntry {
  readonly version: number;
  readonly operation: StoredOperation;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly reason: string | null;
  /** `web`, `import`, `api` or `calibration`. */
  readonly origin: string;
  readonly author: string | null;
  readonly at: string;
}

type StoredEntry = Omit<AssumptionHistoryEntry, 'value' | 'low' | 'high' | 'at'> & {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly at: Date;
};

/** Every version that one cell has had, newest first; empty for a cell without any. */
export async function readAssumptionHistory(
  manager: EntityManager,
  { scenarioId, organisationId, parameter, staffGroup, year }: HistoryQuestion,
): Promise<readonly AssumptionHistoryEntry[]> {
  const rows: StoredEntry[] = await manager.query(
    `SELECT h.version, h.operation, h.value, h.low, h.high, h.basis, h.note, h.reason, h.origin, h.at,
       (SELECT p.name FROM person p WHERE p.id = h.author_id) AS author
     FROM assumption a JOIN assumption_history h ON h.assumption_id = a.id
     WHERE a.scenario_id = ? AND a.organisation_id = ? AND a.parameter_key = ? AND a.staff_group_code = ?
       AND a.first_year = ?
     ORDER BY h.version DESC`,
    [scenarioId, organisationId, parameter, staffGroup, year],
  );
  return rows.map((row) => ({
    ...row,
    value: numberOf(row.value),
    low: numberOf(row.low),
    high: numberOf(row.high),
    at: new Date(row.at).toISOString(),
  }));
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
