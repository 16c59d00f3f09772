import type { DataSource } from 'typeorm';

/** A task that one process does at a time, judged by the clock of the database alone. */
export class LeaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes or keeps a lease.
   *
   * @param name the task
   * @param holder who asks: unique to a process
   * @returns whether the holder has the lease for the next `milliseconds`
   */
  async acquire(name: string, holder: string, milliseconds: number): Promise<boolean> {
    const until = 'UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND';
    const microseconds = milliseconds * 1000;
    await this.dataSource.query(
      `INSERT IGNORE INTO lease (name, holder, expires_at) VALUES (?, ?, ${until})`,
      [name, holder, microseconds],
    );
    const taken: { affectedRows: number } = await this.dataSource.query(
      `UPDATE lease SET holder = ?, expires_at = ${until}
       WHERE name = ? AND (holder = ? OR expires_at <= UTC_TIMESTAMP(6))`,
      [holder, microseconds, name, holder],
    );
    return taken.affectedRows === 1;
  }

  /** Gives a lease back before its time; somebody else's lease is left alone. */
  async release(name: string, holder: string): Promise<void> {
    await this.dataSource.query('DELETE FROM lease WHERE name = ? AND holder = ?', [name, holder]);
  }
}
