import { insertRows, type UnitOfWork } from '#persistence';
import { newId } from '#platform';
import type { DataSource } from 'typeorm';

/** What makes a set of ranges what it is. */
export interface RangeSetKey {
  readonly rollUpId: string;
  readonly engineVersion: string;
  readonly seed: string;
  readonly draws: number;
}

/** A set that this worker makes. */
export interface ClaimedRangeSet extends RangeSetKey {
  readonly id: string;
  readonly worker: string;
}

/** Ranges of one node as they are stored. */
export interface StoredRanges {
  readonly organisationId: string;
  /** Compressed JSON of RangesOfNode. */
  readonly content: Uint8Array;
}

/** After this many beginnings without an end the set is left alone and shown as failed. */
const MOST_ATTEMPTS = 3;

/** Claims, keeps and publishes sets of ranges; one worker makes a set at a time. */
export class RangeSetRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly claimant: { readonly name: string; readonly leaseMilliseconds: number },
  ) {}

  /** @returns null where the set is made, in other hands, or given up */
  async claim(key: RangeSetKey): Promise<ClaimedRangeSet | null> {
    const { name, leaseMilliseconds } = this.claimant;
    await this.dataSource.query(
      `INSERT IGNORE INTO projection_range_set
         (id, roll_up_id, engine_version, seed, draws, state, progress, attempts, created_at)
       VALUES (?, ?, ?, ?, ?, 'due', 0, 0, UTC_TIMESTAMP(6))`,
      [newId(), key.rollUpId, key.engineVersion, key.seed, key.draws],
    );
    const taken: { affectedRows: number } = await this.dataSource.query(
      `UPDATE projection_range_set
          SET state = IF(attempts >= ?, 'failed', 'running'), attempts = attempts + 1, progress = 0, worker = ?,
              lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND,
              error = IF(state = 'failed', COALESCE(error, 'It was begun three times and never ended.'), error)
        WHERE roll_up_id = ? AND engine_version = ? AND seed = ? AND draws = ?
          AND (state = 'due' OR (state = 'running' AND lease_until <= UTC_TIMESTAMP(6)))`,
      [MOST_ATTEMPTS, name, leaseMilliseconds * 1000, key.rollUpId, key.engineVersion, key.seed, key.draws],
    );
    if (taken.affectedRows !== 1) return null;
    const [row]: { id: string; state: string }[] = await this.dataSource.query(
      `SELECT id, state FROM projection_range_set
        WHERE roll_up_id = ? AND engine_version = ? AND seed = ? AND draws = ?`,
      [key.rollUpId, key.engineVersion, key.seed, key.draws],
    );
    return row === undefined || row.state !== 'running' ? null : { ...key, id: row.id, worker: name };
  }

  /** @returns false when the set is no longer this worker's, or its sum is no longer the current one */
  async renew(set: ClaimedRangeSet, progress: number): Promise<boolean> {
    const renewed: { affectedRows: number } = await this.dataSource.query(
      `UPDATE projection_range_set s JOIN roll_up r ON r.id = s.roll_up_id AND r.is_current = 1
          SET s.lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, s.progress = ?
        WHERE s.id = ? AND s.worker = ? AND s.state = 'running'`,
      [this.claimant.leaseMilliseconds * 1000, progress.toFixed(4), set.id, set.worker],
    );
    return renewed.affectedRows === 1;
  }

  /** Stores the ranges and the draws of the sum, all or nothing. @returns false when the set was taken away */
  async publish(
    set: ClaimedRangeSet,
    ranges: readonly StoredRanges[],
    drawSum: Uint8Array,
  ): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const done: { affectedRows: number } = await manager.query(
        `UPDATE projection_range_set
            SET state = 'done', progress = 1, finished_at = UTC_TIMESTAMP(6), lease_until = NULL, error = NULL
          WHERE id = ? AND worker = ? AND state = 'running'`,
        [set.id, set.worker],
      );
      if (done.affectedRows !== 1) return false;
      await insertRows(
        manager,
        'projection_range',
        ['range_set_id', 'organisation_id', 'content'],
        ranges.map(({ organisationId, content }) => [set.id, organisationId, Buffer.from(content)]),
        10,
      );
      await insertRows(
        manager,
        'projection_draw_sum',
        ['range_set_id', 'content'],
        [[set.id, Buffer.from(drawSum)]],
      );
      return true;
    });
  }

  /** Hands the set back: its sum moved on, or this worker stops. It does not count as an attempt. */
  async handBack(set: ClaimedRangeSet): Promise<void> {
    await this.dataSource.query(
      `UPDATE projection_range_set SET state = 'due', attempts = attempts - 1, worker = NULL, lease_until = NULL
        WHERE id = ? AND worker = ? AND state = 'running'`,
      [set.id, set.worker],
    );
  }

  /** Ends the set as failed: the same input would fail again. */
  async fail(set: ClaimedRangeSet, error: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE projection_range_set
          SET state = 'failed', error = ?, finished_at = UTC_TIMESTAMP(6), lease_until = NULL
        WHERE id = ? AND worker = ? AND state = 'running'`,
      [error, set.id, set.worker],
    );
  }
}
