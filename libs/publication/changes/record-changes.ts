import type { EntityManager } from 'typeorm';
import { CONTENT_COLUMNS } from '../observation-storage';

/** How a release differs from the one before, in rows. */
export interface ChangeCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly withdrawn: number;
  /** Rows that both have, at another place among the others. */
  readonly moved: number;
}

interface Release {
  readonly id: string;
  readonly number: number;
}

/**
 * Stores which rows differ between a release and the one before it. Rows that are only updated keep their order among
 * the rows that are not listed; every other listed row is displaced: it left its place, or came to it.
 */
export async function recordChanges(
  manager: EntityManager,
  release: Release,
  previousId: string,
): Promise<ChangeCounts> {
  const inserted = await missingFrom(manager, release.number, release.id, previousId);
  const withdrawn = await missingFrom(manager, release.number, previousId, release.id);
  await manager.query(
    `INSERT INTO published_change (row_key, release_number, is_displaced)
     SELECT row_key, ?, is_displaced FROM (
       SELECT n.row_key, ${REVISED} AS is_revised,
              o.seq < MAX(o.seq) OVER (ORDER BY n.seq ROWS UNBOUNDED PRECEDING) AS is_displaced
         FROM published_observation n
         JOIN published_observation o ON o.release_id = ? AND o.row_key = n.row_key
        WHERE n.release_id = ?) AS common
      WHERE is_revised = 1 OR is_displaced = 1`,
    [release.number, previousId, release.id],
  );
  const [counted] = await manager.query<{ total: string; displaced: string | null }[]>(
    `SELECT COUNT(*) AS total, SUM(is_displaced) AS displaced FROM published_change WHERE release_number = ?`,
    [release.number],
  );
  const displaced = Number(counted?.displaced ?? 0);
  const updated = Number(counted?.total ?? 0) - displaced;
  return { inserted, updated, withdrawn, moved: displaced - inserted - withdrawn };
}

/** True where a content column differs; null-safe. */
const REVISED = `NOT (${CONTENT_COLUMNS.map((name) => `o.${name} <=> n.${name}`).join(' AND ')})`;

/** Lists the rows of one release that another lacks. */
async function missingFrom(
  manager: EntityManager,
  releaseNumber: number,
  presentId: string,
  absentId: string,
): Promise<number> {
  const { affectedRows } = await manager.query<{ affectedRows: number }>(
    `INSERT INTO published_change (row_key, release_number, is_displaced)
     SELECT present.row_key, ?, 1
       FROM published_observation present
       LEFT JOIN published_observation absent ON absent.release_id = ? AND absent.row_key = present.row_key
      WHERE present.release_id = ? AND absent.row_key IS NULL`,
    [releaseNumber, absentId, presentId],
  );
  return affectedRows;
}
