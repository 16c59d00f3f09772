import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { insertRows } from '#persistence';
import { sha256Hex } from '#platform';
import type { EntityManager } from 'typeorm';
import {
  decodeRegister,
  DISCLOSURE_RULE,
  EMPTY_REGISTER,
  encodeRegister,
  type DisclosureRegister,
} from './disclosure';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Size of the parts in which the register is stored. */
const PART_BYTES = 1024 * 1024;

/** The register as it stands. */
export interface StandingRegister {
  readonly register: DisclosureRegister;
  /** Null before the first release. */
  readonly sha256: string | null;
}

/** An audit to keep. */
export interface NewAudit {
  /** Null for a release that was refused. */
  readonly releaseId: string | null;
  readonly outcome: 'passed' | 'refused';
  readonly report: Readonly<Record<string, unknown>>;
  /** Hash of the register that the release was audited against. */
  readonly previousSha256: string | null;
  /** The register after the release; null where there is none. */
  readonly register: DisclosureRegister | null;
}

/**
 * Everything ever published, as the last audit that passed left it.
 *
 * @throws Error when what is stored is not what its hash says: nothing can be published against it
 */
export async function readRegister(manager: EntityManager): Promise<StandingRegister> {
  const last = await lastPassed(manager);
  if (last === undefined) return { register: EMPTY_REGISTER, sha256: null };
  const parts: { content: Buffer }[] = await manager.query(
    'SELECT content FROM disclosure_register_part WHERE audit_id = ? ORDER BY part',
    [last.id],
  );
  const text = (await decompress(Buffer.concat(parts.map(({ content }) => content)))).toString('utf8');
  if (sha256Hex(text) !== last.sha256) {
    throw new Error(`The disclosure register of audit ${last.id} has another hash than when it was stored.`);
  }
  return { register: decodeRegister(text), sha256: last.sha256 };
}

/** The hash of the register as it stands; null before the first release. */
export async function readRegisterSha256(manager: EntityManager): Promise<string | null> {
  return (await lastPassed(manager))?.sha256 ?? null;
}

async function lastPassed(
  manager: EntityManager,
): Promise<{ readonly id: string; readonly sha256: string } | undefined> {
  const [last]: { id: string; sha256: string }[] = await manager.query(
    `SELECT id, register_sha256 AS sha256 FROM disclosure_audit WHERE register_sha256 IS NOT NULL
     ORDER BY seq DESC LIMIT 1`,
  );
  return last;
}

/** Keeps an audit and, where one passed, the register after it. */
export async function insertAudit(
  manager: EntityManager,
  id: string,
  { releaseId, outcome, report, previousSha256, register }: NewAudit,
): Promise<void> {
  const text = register === null ? null : encodeRegister(register);
  const [last]: { seq: number | null }[] = await manager.query(
    'SELECT MAX(seq) AS seq FROM disclosure_audit',
  );
  await insertRows(
    manager,
    'disclosure_audit',
    ['id', 'seq', 'release_id', 'rule_id', 'outcome', 'report', 'register_sha256', 'previous_sha256', 'at'],
    [
      [
        id,
        Number(last?.seq ?? 0) + 1,
        releaseId,
        DISCLOSURE_RULE.id,
        outcome,
        JSON.stringify(report),
        text === null ? null : sha256Hex(text),
        previousSha256,
        new Date(),
      ],
    ],
  );
  if (text === null) return;
  const content = await compress(text);
  const parts = Array.from({ length: Math.ceil(content.length / PART_BYTES) }, (_, part) => [
    id,
    part,
    content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
  ]);
  await insertRows(manager, 'disclosure_register_part', ['audit_id', 'part', 'content'], parts, 1);
}
