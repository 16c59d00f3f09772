import type { DataSource } from 'typeorm';
import type { ClaimedRun } from './run-claim.repository';

/** Signs of life of the worker that holds a run. */
export class RunLeaseRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly leaseMilliseconds: number,
  ) {}

  /**
   * Keeps the run for another lease and writes how far it is.
   *
   * @param progress share done, 0 to 1
   * @returns false when the run is no longer this worker's: cancelled, ended, or taken over
   */
  async renew(run: ClaimedRun, progress: number): Promise<boolean> {
    const renewed: { affectedRows: number } = await this.dataSource.query(
      `UPDATE projection_run SET lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, progress = ?
        WHERE id = ? AND worker = ? AND state = 'running'`,
      [this.leaseMilliseconds * 1000, progress.toFixed(4), run.id, run.worker],
    );
    return renewed.affectedRows === 1;
  }
}
