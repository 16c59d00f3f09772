import type { DataSource, QueryRunner } from 'typeorm';
import { ConflictError, sha256Hex } from '#platform';

/** A release that is being written: no reader sees it. */
export const DRAFT = 'draft';

/** Rows that are deleted at a time. */
const BATCH = 10_000;
const PARTS = ['published_file', 'published_representation', 'published_observation'] as const;

/** Sees to it that one process publishes at a time, and that what a killed one left is removed. */
export class ReleaseDrafts {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs work that no other process does at the same time, after removing what an earlier one left half done. The
   * lock belongs to a connection: it ends with the process that holds it.
   *
   * @throws ConflictError when another process is at it
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      if (!(await this.lock(runner))) {
        throw new ConflictError('A release is being published. Wait until it is out, then publish.');
      }
      await this.discardAll();
      return await work();
    } finally {
      // A connection that goes back to the pool would keep the lock.
      await runner.query('SELECT RELEASE_LOCK(?)', [this.lockName]).catch(() => undefined);
      await runner.release();
    }
  }

  /** Removes what a killed process left, unless one is publishing. @returns how many drafts were removed */
  async clean(): Promise<number> {
    const left = await this.ids();
    if (left.length === 0) return 0;
    try {
      return await this.alone(() => Promise.resolve(left.length));
    } catch (error) {
      if (error instanceof ConflictError) return 0;
      throw error;
    }
  }

  /** Removes a draft with all its parts. */
  async discard(releaseId: string): Promise<void> {
    for (const table of PARTS) {
      for (;;) {
        const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
          `DELETE FROM ${table} WHERE release_id = ? LIMIT ${table === 'published_file' ? 100 : BATCH}`,
          [releaseId],
        );
        if (affectedRows === 0) break;
      }
    }
    await this.dataSource.query(
      `DELETE c FROM published_change c JOIN published_release r ON r.number = c.release_number
        WHERE r.id = ? AND r.status = ?`,
      [releaseId, DRAFT],
    );
    await this.dataSource.query('DELETE FROM published_release WHERE id = ? AND status = ?', [
      releaseId,
      DRAFT,
    ]);
  }

  private async discardAll(): Promise<void> {
    for (const id of await this.ids()) await this.discard(id);
  }

  private async ids(): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM published_release WHERE status = ?',
      [DRAFT],
    );
    return rows.map(({ id }) => id);
  }

  private async lock(runner: QueryRunner): Promise<boolean> {
    const rows = await runner.manager.query<{ held: number | string | null }[]>(
      'SELECT GET_LOCK(?, 0) AS held',
      [this.lockName],
    );
    return Number(rows[0]?.held) === 1;
  }

  /** Locks are of the whole server; installations that share one have databases of different names. */
  private get lockName(): string {
    return `wholetime-release-${sha256Hex(String(this.dataSource.options.database)).slice(0, 16)}`;
  }
}
