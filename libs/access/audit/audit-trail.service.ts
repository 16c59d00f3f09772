import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#persistence';
import { PermissionService } from '../permissions/permission.service';
import type { AuditHead } from './audit-sealer';
import { readAuditTrail, type AuditFilter, type AuditScope, type AuditTrailEntry } from './audit-trail';
import { verifyAudit, type AuditVerification } from './verify-audit';

/** A page of the trail. */
export interface AuditPage {
  readonly entries: readonly AuditTrailEntry[];
  /** Ask for the entries before this one to go on; null at the end. */
  readonly next: number | null;
}

const ENTRIES_PER_PAGE = 100;
const ENTRIES_PER_READ = 1_000;

/** The audit trail as those who may read it see it: everything for the nation, else what is about their organisations. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly permissions: PermissionService,
  ) {}

  /** @param before where the page before ended; null for the newest entries */
  async page(readerId: string, filter: AuditFilter, before: number | null): Promise<AuditPage> {
    const scope = await this.#scopeOf(readerId);
    const entries = await this.#read(filter, scope, { before, limit: ENTRIES_PER_PAGE + 1 });
    const shown = entries.slice(0, ENTRIES_PER_PAGE);
    const hasMore = entries.length > ENTRIES_PER_PAGE;
    return { entries: shown, next: hasMore ? (shown.at(-1)?.seq ?? null) : null };
  }

  /** Every entry that a filter lets through, newest first, read piece by piece. */
  async *all(readerId: string, filter: AuditFilter): AsyncGenerator<AuditTrailEntry> {
    const scope = await this.#scopeOf(readerId);
    for (let before: number | null = null; ;) {
      const entries: AuditTrailEntry[] = await this.#read(filter, scope, { before, limit: ENTRIES_PER_READ });
      yield* entries;
      before = entries.at(-1)?.seq ?? null;
      if (entries.length < ENTRIES_PER_READ) return;
    }
  }

  /**
   * Walks the hash chain from its start.
   *
   * @param anchor a head that was noted earlier: it tells whether the end was cut off since
   */
  verify(anchor: AuditHead | null): Promise<AuditVerification> {
    return this.unitOfWork.run((manager) => verifyAudit(manager, anchor === null ? [] : [anchor]));
  }

  async #scopeOf(readerId: string): Promise<AuditScope> {
    const isNational = await this.permissions.hasNationally(readerId, 'audit:read');
    return isNational ? 'everything' : this.permissions.organisationsWith(readerId, 'audit:read');
  }

  #read(
    filter: AuditFilter,
    scope: AuditScope,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<AuditTrailEntry[]> {
    return this.unitOfWork.run((manager) => readAuditTrail(manager, filter, scope, page));
  }
}
