import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { UnitOfWork, insertRows } from '#persistence';
import { Clock } from '#platform';
import { ENTRY_COLUMNS, GENESIS_SHA256, linkOf, type StoredAuditEntry } from './audit-chain';

/** The newest link of the chain; kept elsewhere as well, it proves that nothing was cut off the end. */
export interface AuditHead {
  readonly position: number;
  readonly sha256: string;
}

/** What one round of sealing did. */
export interface SealingResult {
  readonly sealed: number;
  /** Null while nothing has been sealed. */
  readonly head: AuditHead | null;
  /** Whether there may be more to seal at once. */
  readonly hasMore: boolean;
}

const ENTRIES_PER_ROUND = 1_000;

/**
 * How far behind the newest sealed entry a late commit is looked for in each round. The first round of a
 * process looks at everything.
 */
const LOOK_BACK = 20_000;

/**
 * Chains committed audit entries by hash. Entries are chained in the order in which they are found, which
 * need not be that of their numbers: a transaction may commit after a later one.
 */
@Injectable()
export class AuditSealer {
  #looksAtEverything = true;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals what is not sealed yet, up to a thousand entries. Two processes that do this at once wait for one
   * another; call it from one place, each second.
   */
  async seal(): Promise<SealingResult> {
    const result = await new UnitOfWork(this.dataSource).run((manager) => this.#sealIn(manager));
    this.#looksAtEverything = result.hasMore && this.#looksAtEverything;
    return result;
  }

  async #sealIn(manager: EntityManager): Promise<SealingResult> {
    const head = await lockHead(manager);
    const entries = await this.#unsealed(manager);
    const sealedAt = this.clock.now();
    let { position, sha256 } = head ?? { position: 0, sha256: GENESIS_SHA256 };
    const seals = entries.map((entry) => {
      const previous = sha256;
      position += 1;
      sha256 = linkOf(position, previous, entry);
      return [position, entry.seq, previous, sha256, sealedAt];
    });
    const columns = ['position', 'audit_seq', 'previous_sha256', 'sha256', 'sealed_at'];
    await insertRows(manager, 'audit_seal', columns, seals);
    return {
      sealed: seals.length,
      head: position === 0 ? null : { position, sha256 },
      hasMore: seals.length === ENTRIES_PER_ROUND,
    };
  }

  async #unsealed(manager: EntityManager): Promise<StoredAuditEntry[]> {
    const [newest] = await manager.query<{ seq: number | null }[]>(
      'SELECT MAX(audit_seq) AS seq FROM audit_seal',
    );
    const after = this.#looksAtEverything ? 0 : Math.max(0, (newest?.seq ?? 0) - LOOK_BACK);
    return manager.query<StoredAuditEntry[]>(
      `SELECT ${ENTRY_COLUMNS} FROM audit_entry e LEFT JOIN audit_seal s ON s.audit_seq = e.seq
       WHERE e.seq > ? AND s.audit_seq IS NULL ORDER BY e.seq LIMIT ?`,
      [after, ENTRIES_PER_ROUND],
    );
  }
}

async function lockHead(manager: EntityManager): Promise<AuditHead | undefined> {
  const [head] = await manager.query<AuditHead[]>(
    'SELECT position, sha256 FROM audit_seal ORDER BY position DESC LIMIT 1 FOR UPDATE',
  );
  return head;
}
