import type { ProjectionNotice } from '#modules/projection';
import type { EntityManager } from 'typeorm';
import type { GroupFigure } from './baseline-figures';
import type { BaselineReport } from './snapshot.repository';

/** A frozen opening position as lists show it. */
export interface SnapshotSummary {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  /** Last day of the baseline month, `YYYY-MM-DD`. */
  readonly asAt: string;
  readonly sha256: string;
  /** What the figures rest on, in a sentence. */
  readonly source: string;
  /** What most of the WTE rests on. */
  readonly basis: GroupFigure['basis'] | null;
  readonly staffGroups: number;
  readonly headcount: number;
  readonly fte: number;
  readonly notices: readonly ProjectionNotice[];
  /** SHA-256 of the files that the figures come from. */
  readonly files: readonly string[];
  /** ISO 8601. */
  readonly frozenAt: string;
}

interface SnapshotRow {
  readonly id: string;
  readonly organisationId: string;
  readonly asAt: string;
  readonly sha256: string;
  readonly source: string;
  readonly report: string;
  readonly createdAt: Date;
}

interface SumRow {
  readonly snapshotId: string;
  readonly basis: GroupFigure['basis'];
  readonly staffGroups: number;
  readonly headcount: string;
  readonly fte: string;
}

const MOST_SNAPSHOTS = 1_000;

const COLUMNS =
  'id, organisation_id AS organisationId, as_at AS asAt, sha256, source, report, created_at AS createdAt';

/** The snapshots of some organisations, the newest first. */
export async function listSnapshots(
  manager: EntityManager,
  organisationIds: ReadonlySet<string>,
): Promise<SnapshotSummary[]> {
  if (organisationIds.size === 0) return [];
  return withSums(
    manager,
    await manager.query<SnapshotRow[]>(
      `SELECT ${COLUMNS} FROM baseline_snapshot WHERE organisation_id IN (?)
       ORDER BY created_at DESC, id DESC LIMIT ?`,
      [[...organisationIds], MOST_SNAPSHOTS],
    ),
  );
}

/** Snapshots by their ids; an unknown one is left out. */
export async function readSnapshots(
  manager: EntityManager,
  ids: readonly string[],
): Promise<SnapshotSummary[]> {
  if (ids.length === 0) return [];
  return withSums(
    manager,
    await manager.query<SnapshotRow[]>(`SELECT ${COLUMNS} FROM baseline_snapshot WHERE id IN (?)`, [ids]),
  );
}

async function withSums(manager: EntityManager, rows: readonly SnapshotRow[]): Promise<SnapshotSummary[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const sums = await readSums(manager, ids);
  const names = await readNames(
    manager,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map((row) => toSummary(row, sums.get(row.id) ?? [], names.get(row.organisationId)));
}

/** Sums of the staff groups' own rows by what they rest on, most WTE first. */
async function readSums(
  manager: EntityManager,
  snapshotIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SumRow[]>> {
  const rows = await manager.query<SumRow[]>(
    `SELECT snapshot_id AS snapshotId, basis, COUNT(*) AS staffGroups, SUM(headcount) AS headcount, SUM(fte) AS fte
     FROM baseline_cell WHERE snapshot_id IN (?) AND band_code IS NULL
     GROUP BY snapshot_id, basis ORDER BY SUM(fte) DESC`,
    [snapshotIds],
  );
  const sums = new Map<string, SumRow[]>();
  for (const row of rows) sums.set(row.snapshotId, [...(sums.get(row.snapshotId) ?? []), row]);
  return sums;
}

/** Organisations as they were last called. */
async function readNames(
  manager: EntityManager,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, SnapshotSummary['organisation']>> {
  const rows = await manager.query<SnapshotSummary['organisation'][]>(
    `SELECT organisation_id AS id, ods_code AS code, name FROM organisation_period
     WHERE organisation_id IN (?) ORDER BY valid_from`,
    [organisationIds],
  );
  // Ascending, so that the latest name is the one that stays.
  return new Map(rows.map((organisation) => [organisation.id, organisation]));
}

function toSummary(
  row: SnapshotRow,
  sums: readonly SumRow[],
  named: SnapshotSummary['organisation'] | undefined,
): SnapshotSummary {
  const { id, organisationId, asAt, sha256, source } = row;
  const { notices, files } = JSON.parse(row.report) as BaselineReport;
  const total = (of: (sum: SumRow) => number): number => sums.reduce((all, sum) => all + of(sum), 0);
  return {
    id,
    organisation: named ?? { id: organisationId, code: '', name: '' },
    asAt,
    sha256,
    source,
    basis: sums[0]?.basis ?? null,
    staffGroups: total(({ staffGroups }) => Number(staffGroups)),
    headcount: total(({ headcount }) => Number(headcount)),
    fte: total(({ fte }) => Number(fte)),
    notices,
    files,
    frozenAt: row.createdAt.toISOString(),
  };
}
