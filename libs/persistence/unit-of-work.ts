import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { isTransientConflict } from './database-errors';

const MOST_ATTEMPTS = 8;
const LONGEST_PAUSE_MILLISECONDS = 400;

/** Runs work in one transaction, all or nothing. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work in a transaction under REPEATABLE READ, so that all its plain reads see one moment. After
   * a deadlock or a lock wait the whole function is run again, after a short random pause: it must have no
   * effect outside the database.
   *
   * @param work what to do with the transaction's manager
   * @returns what the work returned, once it is committed
   * @throws what the work threw, or the last conflict after eight attempts
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction('REPEATABLE READ', work);
      } catch (error) {
        if (!isTransientConflict(error) || attempt === MOST_ATTEMPTS) throw error;
        await delay(Math.random() * Math.min(LONGEST_PAUSE_MILLISECONDS, 10 * 2 ** attempt));
      }
    }
  }
}
