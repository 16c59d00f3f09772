import type { DataSource } from 'typeorm';
import type { Observation } from '../observation';
import {
  CONTENT_COLUMNS,
  SELECTED_COLUMNS,
  observationOf,
  type ObservationRow,
} from '../observation-storage';
import type { ReleaseSummary } from '../release-reader';

/** What happens to a row on the way from one release to a later one. */
export type ChangeOperation = 'insert' | 'update' | 'withdraw';

/** Why: told from what differs. */
export type ChangeReason =
  'added' | 'withdrawn' | 'moved' | 'value-revised' | 'now-hidden' | 'now-shown' | 'relabelled';

/**
 * One step. To apply steps: take out the rows at the positions of `withdraw` (positions of the old release), put in
 * those of `insert` at theirs (of the new release, in ascending order), then overwrite those of `update`.
 */
export interface ReleaseChange {
  readonly operation: ChangeOperation;
  readonly reason: ChangeReason;
  /** From 1; in the old release for `withdraw`, else in the new one. */
  readonly position: number;
  readonly row: Observation;
}

/** Steps of a page, and where it ended; null on the last. */
export interface ChangePage {
  readonly changes: readonly ReleaseChange[];
  readonly lastKey: string | null;
}

interface ChangedKey {
  readonly rowKey: Buffer;
  readonly isDisplaced: number | string;
}

/** Reads what changed between two releases from what was noted when each of those between was published. */
export class ChangesReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Steps for up to `limit` rows, in the order of the rows' keys.
   *
   * @param since the older release
   * @param afterKey key of a row in hexadecimal; empty for the first page
   */
  async page(
    since: ReleaseSummary,
    release: ReleaseSummary,
    { afterKey, limit }: { readonly afterKey: string; readonly limit: number },
  ): Promise<ChangePage> {
    const keys = await this.dataSource.query<ChangedKey[]>(
      `SELECT row_key AS rowKey, MAX(is_displaced) AS isDisplaced FROM published_change
        WHERE row_key > UNHEX(?) AND release_number > ? AND release_number <= ?
        GROUP BY row_key ORDER BY row_key LIMIT ?`,
      [afterKey, since.number, release.number, limit],
    );
    if (keys.length === 0) return { changes: [], lastKey: null };
    const before = await this.rowsOf(since.id, keys);
    const after = await this.rowsOf(release.id, keys);
    const changes = keys.flatMap(({ rowKey, isDisplaced }) => {
      const key = rowKey.toString('hex');
      return stepsOf(before.get(key), after.get(key), Number(isDisplaced) === 1);
    });
    const lastKey = keys.length === limit ? (keys.at(-1)?.rowKey.toString('hex') ?? null) : null;
    return { changes, lastKey };
  }

  private async rowsOf(
    releaseId: string,
    keys: readonly ChangedKey[],
  ): Promise<ReadonlyMap<string, ObservationRow>> {
    const rows = await this.dataSource.query<(ObservationRow & { row_key: Buffer })[]>(
      `SELECT row_key, ${SELECTED_COLUMNS.join(', ')} FROM published_observation
        WHERE release_id = ? AND row_key IN (?)`,
      [releaseId, keys.map(({ rowKey }) => rowKey)],
    );
    return new Map(rows.map((row) => [row.row_key.toString('hex'), row]));
  }
}

/** A row that left its place in any release between is taken out and put in again, even if it came back. */
function stepsOf(
  before: ObservationRow | undefined,
  after: ObservationRow | undefined,
  isDisplaced: boolean,
): readonly ReleaseChange[] {
  if (before !== undefined && after !== undefined && !isDisplaced) {
    return isSame(before, after) ? [] : [stepOf('update', revision(before, after), after)];
  }
  const isMoved = before !== undefined && after !== undefined;
  return [
    ...(before === undefined ? [] : [stepOf('withdraw', isMoved ? 'moved' : 'withdrawn', before)]),
    ...(after === undefined ? [] : [stepOf('insert', isMoved ? 'moved' : 'added', after)]),
  ];
}

function stepOf(operation: ChangeOperation, reason: ChangeReason, row: ObservationRow): ReleaseChange {
  return { operation, reason, position: row.seq, row: observationOf(row) };
}

function isSame(before: ObservationRow, after: ObservationRow): boolean {
  return CONTENT_COLUMNS.every(
    (name) => before[name as keyof ObservationRow] === after[name as keyof ObservationRow],
  );
}

function revision(before: ObservationRow, after: ObservationRow): ChangeReason {
  if (before.value === after.value && before.status === after.status) return 'relabelled';
  if (before.value !== null && after.value === null) return 'now-hidden';
  if (before.value === null && after.value !== null) return 'now-shown';
  return 'value-revised';
}
