import type { EntityManager } from 'typeorm';
import { ENTRY_COLUMNS, GENESIS_SHA256, linkOf, type StoredAuditEntry } from './audit-chain';
import type { AuditHead } from './audit-sealer';

/** What is wrong at one place of the chain. */
export interface AuditFault {
  readonly position: number;
  readonly auditSeq: number;
  readonly problem: 'link-missing' | 'entry-missing' | 'entry-altered' | 'chain-broken' | 'end-missing';
}

export interface AuditVerification {
  readonly isIntact: boolean;
  /** Links that were checked. */
  readonly sealed: number;
  /** Entries that wait to be sealed. */
  readonly unsealed: number;
  /** The first hundred faults. */
  readonly faults: readonly AuditFault[];
  readonly head: AuditHead | null;
}

interface Link extends Partial<Omit<StoredAuditEntry, 'seq'>> {
  readonly position: number;
  readonly auditSeq: number;
  readonly previousSha256: string;
  readonly sha256: string;
  readonly seq: number | null;
}

const LINKS_PER_READ = 2_000;
const MOST_FAULTS = 100;

/**
 * Walks the chain from its start and finds every entry that was changed, removed or put in.
 *
 * @param anchor a head that was noted earlier: a chain that ends before it was cut off
 */
export async function verifyAudit(manager: EntityManager, anchor?: AuditHead): Promise<AuditVerification> {
  const faults: AuditFault[] = [];
  let head: AuditHead = { position: 0, sha256: GENESIS_SHA256 };
  for (;;) {
    const links = await readLinks(manager, head.position);
    for (const link of links) {
      faults.push(...faultsOf(link, head, anchor));
      head = { position: link.position, sha256: link.sha256 };
    }
    if (links.length < LINKS_PER_READ || faults.length >= MOST_FAULTS) break;
  }
  if (anchor !== undefined && anchor.position > head.position) {
    faults.push({ position: anchor.position, auditSeq: 0, problem: 'end-missing' });
  }
  return {
    isIntact: faults.length === 0,
    sealed: head.position,
    unsealed: await countUnsealed(manager),
    faults: faults.slice(0, MOST_FAULTS),
    head: head.position === 0 ? null : head,
  };
}

function faultsOf(link: Link, before: AuditHead, anchor: AuditHead | undefined): AuditFault[] {
  const { position, auditSeq } = link;
  if (position !== before.position + 1) return [{ position, auditSeq, problem: 'link-missing' }];
  if (link.seq === null) return [{ position, auditSeq, problem: 'entry-missing' }];
  const entry = link as StoredAuditEntry;
  if (linkOf(position, link.previousSha256, entry) !== link.sha256) {
    return [{ position, auditSeq, problem: 'entry-altered' }];
  }
  const isAnchorBroken = anchor?.position === position && anchor.sha256 !== link.sha256;
  return link.previousSha256 !== before.sha256 || isAnchorBroken
    ? [{ position, auditSeq, problem: 'chain-broken' }]
    : [];
}

function readLinks(manager: EntityManager, after: number): Promise<Link[]> {
  return manager.query<Link[]>(
    `SELECT s.position, s.audit_seq AS auditSeq, s.previous_sha256 AS previousSha256, s.sha256, ${ENTRY_COLUMNS}
     FROM audit_seal s LEFT JOIN audit_entry e ON e.seq = s.audit_seq
     WHERE s.position > ? ORDER BY s.position LIMIT ?`,
    [after, LINKS_PER_READ],
  );
}

async function countUnsealed(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ unsealed: number }[]>(
    `SELECT COUNT(*) AS unsealed FROM audit_entry e LEFT JOIN audit_seal s ON s.audit_seq = e.seq
     WHERE s.audit_seq IS NULL`,
  );
  return row?.unsealed ?? 0;
}
