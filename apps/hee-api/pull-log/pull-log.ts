import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FastifyRequest } from 'fastify';
import { insertRows } from '#persistence';
import { countPulls } from '#platform';
import type { TokenHolder } from '../token/access-token.service';

/** A pull is written this late at most, in milliseconds, while the database answers. */
const PAUSE_MILLISECONDS = 250;
/** Unwritten pulls from which on requests wait until they are written. */
const MOST_WAITING = 5_000;

const COLUMNS = ['client_id', 'purpose', 'legal_basis', 'path', 'request_id', 'at'] as const;

type PullRow = readonly (string | Date)[];

/**
 * Writes the log of pulls in batches, several times a second and when the process ends. Nothing is dropped: a batch
 * that could not be written is kept and tried again before another pull is answered, and what can't be written when the
 * process ends goes to its log, row by row.
 */
@Injectable()
export class PullLog implements OnApplicationShutdown {
  private readonly logger = new Logger('PullLog');
  private waiting: PullRow[] = [];
  private writing: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private hasFailed = false;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Notes who pulls what, and under which purpose and legal basis.
   *
   * @returns null when it is noted, or else a promise: the log is behind, and the pull may be answered once it is
   *   fulfilled; it is rejected with the driver's error when the log could not be written
   */
  note(
    { clientId, purpose, legalBasis }: TokenHolder,
    { url, id }: Pick<FastifyRequest, 'url' | 'id'>,
  ): Promise<void> | null {
    this.waiting.push([clientId, purpose, legalBasis, url.slice(0, 500), id.slice(0, 80), new Date()]);
    if (this.isBehind) return this.flush();
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), PAUSE_MILLISECONDS);
    return null;
  }

  /** Whether pulls have to wait: the last batch could not be written, or too many are unwritten. */
  get isBehind(): boolean {
    return this.hasFailed || this.waiting.length >= MOST_WAITING;
  }

  /** Writes what is waiting. @throws the driver's error; what was not written is kept */
  flush(): Promise<void> {
    this.writing ??= this.write().finally(() => (this.writing = null));
    return this.writing;
  }

  /** Writes the rest: no more requests come in, and the connections are still there. */
  async onApplicationShutdown(): Promise<void> {
    await this.flush().catch(() => undefined);
    if (this.waiting.length > 0) await this.flush().catch(() => undefined);
    for (const row of this.waiting) this.logger.error({ unwrittenPull: row });
  }

  private async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const batch = this.waiting;
    this.waiting = [];
    try {
      await this.dataSource.transaction((manager) => insertRows(manager, 'pull_log', COLUMNS, batch));
      this.hasFailed = false;
      countPulls(batch.length);
    } catch (error) {
      this.waiting = [...batch, ...this.waiting];
      if (!this.hasFailed) this.logger.error(`The log of pulls can't be written: ${String(error)}`);
      this.hasFailed = true;
      throw error;
    }
  }
}
