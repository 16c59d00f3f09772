import { insertRows } from '#persistence';
import { canonicalJson, NotFoundError, sha256Hex } from '#platform';
import type { EntityManager } from 'typeorm';
import type { FrozenRun, VersionContent } from './version-content';

/** A frozen version without its content. */
export interface FrozenVersion {
  readonly version: number;
  readonly contentSha256: string;
  /** Who froze it. */
  readonly person: string;
  readonly frozenAt: Date;
}

/** The frozen versions of a document, oldest first. */
export async function readVersions(
  manager: EntityManager,
  documentId: string,
): Promise<readonly FrozenVersion[]> {
  return manager.query(
    `SELECT v.version, v.content_sha256 AS contentSha256, p.name AS person, v.frozen_at AS frozenAt
     FROM plan_version v JOIN person p ON p.id = v.frozen_by WHERE v.document_id = ? ORDER BY v.version`,
    [documentId],
  );
}

/** What a version holds. @throws NotFoundError */
export async function readVersionContent(
  manager: EntityManager,
  documentId: string,
  version: number,
): Promise<VersionContent> {
  const [row]: { content: string }[] = await manager.query(
    'SELECT content FROM plan_version WHERE document_id = ? AND version = ?',
    [documentId, version],
  );
  if (row === undefined) throw new NotFoundError('There is no such version.', { documentId, version });
  return JSON.parse(row.content) as VersionContent;
}

/** Freezes a version: canonical JSON under its SHA-256. @returns the hash */
export async function freezeVersion(
  manager: EntityManager,
  { documentId, frozenBy }: { readonly documentId: string; readonly frozenBy: string },
  content: VersionContent,
): Promise<string> {
  const text = canonicalJson(content);
  const contentSha256 = sha256Hex(text);
  await insertRows(
    manager,
    'plan_version',
    ['document_id', 'version', 'content_sha256', 'content', 'frozen_by', 'frozen_at'],
    [[documentId, content.version, contentSha256, text, frozenBy, new Date()]],
  );
  return contentSha256;
}

/** Notes which runs a plan's frozen versions rest on: whatever clears runs and their series away must leave these. */
export async function keepRuns(
  manager: EntityManager,
  planId: string,
  runs: readonly Pick<FrozenRun, 'runId'>[],
): Promise<void> {
  if (runs.length === 0) return;
  await manager.query('INSERT IGNORE INTO system_plan_run (plan_id, run_id) VALUES ?', [
    runs.map(({ runId }) => [planId, runId]),
  ]);
}
