import type { EntityManager } from 'typeorm';
import type { WatchedKind } from './waiting-files';

/**
 * `imported`: what it says is held. `blocked`: imported, but not used before its values are mapped. `refused`: nothing
 * of it is held.
 */
export type WatchedOutcome = 'imported' | 'blocked' | 'refused';

/** Which content of which employer. */
export interface WatchedContent {
  readonly organisationId: string;
  readonly kind: WatchedKind;
  readonly sha256: string;
}

/** What became of a file. */
export interface WatchedFile extends WatchedContent {
  readonly fileName: string;
  readonly outcome: WatchedOutcome;
  /** One sentence. */
  readonly message: string;
  /** As it lies beside the file, as JSON. */
  readonly report: string;
}

/** The file of this content; null before the first. */
export async function findWatchedFile(
  manager: EntityManager,
  { organisationId, kind, sha256 }: WatchedContent,
): Promise<Pick<WatchedFile, 'outcome' | 'report'> | null> {
  const [row]: Pick<WatchedFile, 'outcome' | 'report'>[] = await manager.query(
    'SELECT outcome, report FROM watched_file WHERE organisation_id = ? AND kind = ? AND sha256 = ?',
    [organisationId, kind, sha256],
  );
  return row ?? null;
}

/** Stores what became of a file in place of what became of its content before. */
export async function storeWatchedFile(manager: EntityManager, file: WatchedFile): Promise<void> {
  const { organisationId, kind, sha256, fileName, outcome, message, report } = file;
  await manager.query(
    `INSERT INTO watched_file (organisation_id, kind, sha256, file_name, outcome, message, report, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))
     ON DUPLICATE KEY UPDATE file_name = VALUES(file_name), outcome = VALUES(outcome),
       message = VALUES(message), report = VALUES(report), at = VALUES(at)`,
    [organisationId, kind, sha256, fileName, outcome, message, report],
  );
}

/** A file that was refused or blocked, after which none of its kind was imported. */
export interface FolderProblem {
  readonly organisationId: string;
  readonly kind: WatchedKind;
  readonly fileName: string;
  readonly message: string;
  /** How many there are of that employer and kind. */
  readonly count: number;
}

/** Of each employer and kind the latest that has come to nothing. */
export async function readFolderProblems(
  manager: EntityManager,
  organisationIds: readonly string[],
): Promise<readonly FolderProblem[]> {
  if (organisationIds.length === 0) return [];
  const rows: Omit<FolderProblem, 'count'>[] = await manager.query(
    `SELECT f.organisation_id AS organisationId, f.kind, f.file_name AS fileName, f.message FROM watched_file f
      WHERE f.organisation_id IN (?) AND f.outcome <> 'imported'
        AND NOT EXISTS (SELECT 1 FROM watched_file later
                         WHERE later.organisation_id = f.organisation_id AND later.kind = f.kind
                           AND later.outcome = 'imported' AND later.at > f.at)
      ORDER BY f.organisation_id, f.kind, f.at DESC`,
    [organisationIds],
  );
  const isSame = (a: (typeof rows)[number], b: typeof a) =>
    a.organisationId === b.organisationId && a.kind === b.kind;
  return rows
    .filter((row, at) => rows.findIndex((other) => isSame(other, row)) === at)
    .map((row) => ({ ...row, count: rows.filter((other) => isSame(other, row)).length }));
}
