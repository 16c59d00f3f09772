import type { EntityManager } from 'typeorm';
import type { ProjectionNotice } from '#modules/projection';
import { insertRows, type SqlValue } from '#persistence';
import { canonicalJson, newId, sha256Hex } from '#platform';

/** Kept with a snapshot, shown beside what is built on it. */
export interface BaselineReport {
  readonly notices: readonly ProjectionNotice[];
  /** SHA-256 of the imported files that the figures come from. */
  readonly files: readonly string[];
}

export interface BaselineSnapshot {
  readonly id: string;
  /** SHA-256 of the canonical content: the same figures give the same hash. */
  readonly sha256: string;
  /** False when a snapshot with the same content was there. */
  readonly isNew: boolean;
  readonly report: BaselineReport;
}

/** One stored cell; null in a dimension means all of it. */
export interface BaselineCell {
  readonly staffGroupCode: string;
  readonly bandCode: string | null;
  readonly ageBand: string | null;
  readonly ethnicity: string | null;
  readonly headcount: string;
  readonly fte: string | null;
  /** Funded posts of a staff group, FTE; null where none are loaded, and in cells of people. */
  readonly establishment: string | null;
  readonly basis: string;
  readonly profileSource: string | null;
}

/** The opening position of an organisation, before it is stored. */
export interface BaselineContent {
  readonly organisation: { readonly id: string; readonly code: string; readonly type: string };
  readonly asAt: string;
  /** What the figures rest on, in a sentence. */
  readonly source: string;
  readonly cells: readonly BaselineCell[];
  readonly report: BaselineReport;
}

/** Stores a snapshot, unless one with the same content is there. */
export async function keepSnapshot(
  manager: EntityManager,
  { organisation, asAt, source, cells, report }: BaselineContent,
): Promise<BaselineSnapshot> {
  const { id: organisationId, code, type } = organisation;
  const sha256 = sha256Hex(canonicalJson({ code, type, asAt, cells: cells.map(withoutSilence), report }));
  const existing = await findSnapshot(manager, organisationId, asAt, sha256);
  if (existing !== null) return { id: existing, sha256, isNew: false, report };
  const id = newId();
  await storeSnapshot(manager, { id, organisationId, asAt, sha256, report, source });
  await storeCells(manager, id, cells);
  return { id, sha256, isNew: true, report };
}

/** A cell without an age or funded posts has the hash that it had before there were any. */
function withoutSilence({ ageBand, establishment, ...cell }: BaselineCell): object {
  return {
    ...cell,
    ...(ageBand === null ? {} : { ageBand }),
    ...(establishment === null ? {} : { establishment }),
  };
}

async function findSnapshot(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
  sha256: string,
): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    'SELECT id FROM baseline_snapshot WHERE organisation_id = ? AND as_at = ? AND sha256 = ?',
    [organisationId, asAt, sha256],
  );
  return row?.id ?? null;
}

interface StoredSnapshot {
  readonly id: string;
  readonly organisationId: string;
  readonly asAt: string;
  readonly sha256: string;
  readonly source: string;
  readonly report: BaselineReport;
}

async function storeSnapshot(manager: EntityManager, snapshot: StoredSnapshot): Promise<void> {
  await insertRows(
    manager,
    'baseline_snapshot',
    ['id', 'organisation_id', 'as_at', 'sha256', 'source', 'report', 'created_by', 'created_at'],
    [
      [
        snapshot.id,
        snapshot.organisationId,
        snapshot.asAt,
        snapshot.sha256,
        snapshot.source,
        JSON.stringify(snapshot.report),
        null,
        new Date(),
      ],
    ],
  );
}

async function storeCells(manager: EntityManager, id: string, cells: readonly BaselineCell[]): Promise<void> {
  const rows = cells.map((cell): SqlValue[] => [
    id,
    cell.staffGroupCode,
    cell.bandCode,
    cell.ageBand,
    cell.ethnicity,
    cell.headcount,
    cell.fte,
    cell.establishment,
    cell.basis,
    cell.profileSource,
  ]);
  await insertRows(
    manager,
    'baseline_cell',
    [
      'snapshot_id',
      'staff_group_code',
      'band_code',
      'age_band',
      'ethnicity',
      'headcount',
      'fte',
      'establishment',
      'basis',
      'profile_source',
    ],
    rows,
  );
}
