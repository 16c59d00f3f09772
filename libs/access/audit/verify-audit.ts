import type { EntityManager } from 'typeorm';
import { ENTRY_COLUMNS, GENESIS_SHA256, linkOf, type StoredAuditEntry } from './audit-chain';
import type { AuditHead } from './audit-sealer';

/** What is wrong at one place of the chain. */
export interface AuditFault {
  /** Place in the chain, from 1; 0 for an entry that is not chained yet. */
  readonly position: number;
  /** Number of the entry; 0 where there is none any more. */
  readonly auditSeq: number;
  readonly problem:
    'link-missing' | 'entry-missing' | 'entry-altered' | 'entry-inserted' | 'chain-broken' | 'end-missing';
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

interface Link extends Omit<Partial<StoredAuditEntry>, 'seq' | 'at'> {
  readonly at: string | null;
  readonly position: number;
  readonly auditSeq: number;
  readonly previousSha256: string;
  readonly sha256: string;
  readonly seq: number | null;
}

const LINKS_PER_READ = 2_000;
const MOST_FAULTS = 100;

/**
 * An entry may be chained after one of a later moment, for its transaction ended later; by more than this, it was
 * written after the moment it tells of.
 */
const LONGEST_TRANSACTION_MILLISECONDS = 3_600_000;

/**
 * Walks the chain from its start and finds every entry that was changed, removed, moved or put in.
 *
 * @param anchors heads that were noted earlier: a chain that ends before one of them was cut off
 */
export async function verifyAudit(
  manager: EntityManager,
  anchors: readonly AuditHead[] = [],
): Promise<AuditVerification> {
  const faults: AuditFault[] = [];
  const noted = new Map(anchors.map(({ position, sha256 }) => [position, sha256]));
  let head: AuditHead = { position: 0, sha256: GENESIS_SHA256 };
  let latest = -Infinity;
  for (;;) {
    const links = await readLinks(manager, head.position);
    for (const link of links) {
      faults.push(...faultsOf(link, head, latest, noted.get(link.position)));
      head = { position: link.position, sha256: link.sha256 };
      latest = Math.max(latest, link.at === null ? latest : momentOf(link.at));
    }
    if (links.length < LINKS_PER_READ || faults.length >= MOST_FAULTS) break;
  }
  const furthest = Math.max(0, ...noted.keys());
  if (furthest > head.position && faults.length < MOST_FAULTS) {
    faults.push({ position: head.position + 1, auditSeq: 0, problem: 'end-missing' });
  }
  faults.push(...(await insertedUnsealed(manager, latest)));
  return {
    isIntact: faults.length === 0,
    sealed: head.position,
    unsealed: await countUnsealed(manager),
    faults: faults.slice(0, MOST_FAULTS),
    head: head.position === 0 ? null : head,
  };
}

function faultsOf(
  link: Link,
  before: AuditHead,
  latest: number,
  notedSha256: string | undefined,
): AuditFault[] {
  const { position, auditSeq } = link;
  if (position !== before.position + 1) return [{ position, auditSeq, problem: 'link-missing' }];
  if (link.seq === null) return [{ position, auditSeq, problem: 'entry-missing' }];
  const entry = link as StoredAuditEntry;
  if (linkOf(position, link.previousSha256, entry) !== link.sha256) {
    return [{ position, auditSeq, problem: 'entry-altered' }];
  }
  if (momentOf(entry.at) < latest - LONGEST_TRANSACTION_MILLISECONDS) {
    return [{ position, auditSeq, problem: 'entry-inserted' }];
  }
  const isAnchorBroken = notedSha256 !== undefined && notedSha256 !== link.sha256;
  return link.previousSha256 !== before.sha256 || isAnchorBroken
    ? [{ position, auditSeq, problem: 'chain-broken' }]
    : [];
}

/** Milliseconds of a moment as the database writes it, in UTC. */
const momentOf = (at: string): number => Date.parse(`${at.replace(' ', 'T')}Z`);

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

/** Entries that wait to be chained and tell of a moment long before what is chained already. */
async function insertedUnsealed(manager: EntityManager, latest: number): Promise<AuditFault[]> {
  if (latest === -Infinity) return [];
  const rows = await manager.query<{ auditSeq: number }[]>(
    `SELECT e.seq AS auditSeq FROM audit_entry e LEFT JOIN audit_seal s ON s.audit_seq = e.seq
     WHERE s.audit_seq IS NULL AND e.at < ? ORDER BY e.seq LIMIT ?`,
    [new Date(latest - LONGEST_TRANSACTION_MILLISECONDS), MOST_FAULTS],
  );
  return rows.map(({ auditSeq }) => ({ position: 0, auditSeq, problem: 'entry-inserted' }));
}
