import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { failpoint } from '#platform';
import { coalesce } from './coalesce';
import type { Doorbell } from './doorbell';
import type { QueuedJob } from './job.catalogue';
import { jobsOf } from './outbox';

interface OutboxRow {
  readonly seq: string | number;
  readonly topic: string;
  readonly payload: string;
}

/** Rows taken by one round. */
const BATCH = 500;

/**
 * Rings for what the outbox tells of. Any number may run at once: each takes rows that no other holds.
 * A relay that dies between ringing and marking rings again, which costs a look and changes nothing.
 */
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly doorbell: Doorbell,
  ) {}

  /**
   * Relays one batch.
   *
   * @returns true when the batch was full, so that there may be more
   * @throws when the bell cannot be rung; the rows stay for the next round
   */
  async relayBatch(): Promise<boolean> {
    // At a lower isolation the locks cover these rows only: edits go on adding rows behind them.
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const rows = await takeUnrelayed(manager);
      if (rows.length === 0) {
        return false;
      }
      await this.doorbell.ring(coalesce(this.jobsOfRows(rows)));
      failpoint('relay.rung-not-marked');
      await manager.query('UPDATE outbox SET relayed_at = UTC_TIMESTAMP(6) WHERE seq IN (?)', [
        rows.map((row) => row.seq),
      ]);
      return rows.length === BATCH;
    });
  }

  private jobsOfRows(rows: readonly OutboxRow[]): readonly QueuedJob[] {
    return rows.flatMap((row) => {
      const jobs = jobsOf(row.topic, row.payload);
      if (jobs === null) {
        this.logger.warn(
          `The outbox topic ${row.topic} is unknown to this version; row ${row.seq} rings for nothing.`,
        );
      }
      return jobs ?? [];
    });
  }
}

async function takeUnrelayed(manager: EntityManager): Promise<readonly OutboxRow[]> {
  return manager.query(
    `SELECT seq, topic, payload FROM outbox WHERE relayed_at IS NULL
     ORDER BY seq LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
  );
}
