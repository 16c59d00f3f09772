import { InvalidInputError, canonicalJson, sha256Hex } from '#platform';
import type { EntityManager } from 'typeorm';

/** A request that its sender may repeat, not knowing whether it arrived. */
export interface RepeatableRequest {
  readonly personId: string;
  /** Chosen by the sender, new for each thing to do; null when the request may not be repeated. */
  readonly key: string | null;
  /** What is asked for: a repetition must ask for the same. */
  readonly content: unknown;
}

/** The form of a key: 1 to 80 printable ASCII characters without spaces. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,80}$/;

const KEPT = 'INTERVAL 1 DAY';

/**
 * Does the work of a request once, however often it is sent within a day: the answer is kept in the
 * transaction of the work, so that either both are there or neither, whenever the process dies.
 *
 * @param manager of the open transaction; the work must do everything in it
 * @param work answers with what can be written as JSON
 * @returns the answer of the work, or of its first time
 * @throws InvalidInputError when the key was used for another request
 */
export async function answerOnce<T>(
  manager: EntityManager,
  { personId, key, content }: RepeatableRequest,
  work: () => Promise<T>,
): Promise<T> {
  if (key === null) return work();
  const used = await takeKey(manager, { personId, key, requestSha256: sha256Hex(canonicalJson(content)) });
  if (used !== null) return JSON.parse(used) as T;
  const answer = await work();
  await manager.query('UPDATE idempotency_key SET response = ? WHERE person_id = ? AND idempotency_key = ?', [
    JSON.stringify(answer),
    personId,
    key,
  ]);
  await removeOldKeys(manager, personId);
  return answer;
}

interface KeyedRequest {
  readonly personId: string;
  readonly key: string;
  readonly requestSha256: string;
}

/**
 * Writes the key before the work is done. To look whether it is there would lock the gap where it is not, and
 * with it the keys of others; once it is written, only a request with the same key waits. Nothing here is a
 * plain read: what the work reads must not be older than the locks it takes.
 *
 * @returns the answer of the first time; null when there was none within a day
 */
async function takeKey(manager: EntityManager, request: KeyedRequest): Promise<string | null> {
  const { personId, key, requestSha256 } = request;
  const written: { affectedRows: number } = await manager.query(
    `INSERT IGNORE INTO idempotency_key (person_id, idempotency_key, request_sha256, response, created_at)
     VALUES (?, ?, ?, '', UTC_TIMESTAMP(6))`,
    [personId, key, requestSha256],
  );
  if (written.affectedRows > 0) return null;
  const [first]: { requestSha256: string; response: string; isOld: number }[] = await manager.query(
    `SELECT request_sha256 AS requestSha256, response, created_at <= UTC_TIMESTAMP(6) - ${KEPT} AS isOld
       FROM idempotency_key WHERE person_id = ? AND idempotency_key = ? FOR UPDATE`,
    [personId, key],
  );
  if (first !== undefined && Number(first.isOld) === 0) {
    if (first.requestSha256 !== requestSha256) throw new InvalidInputError([USED_FOR_ANOTHER]);
    return first.response;
  }
  await manager.query(
    `REPLACE INTO idempotency_key (person_id, idempotency_key, request_sha256, response, created_at)
     VALUES (?, ?, ?, '', UTC_TIMESTAMP(6))`,
    [personId, key, requestSha256],
  );
  return null;
}

/** By their names: a range would lock what lies between them. */
async function removeOldKeys(manager: EntityManager, personId: string): Promise<void> {
  const old: { name: string }[] = await manager.query(
    `SELECT idempotency_key AS name FROM idempotency_key
      WHERE person_id = ? AND created_at <= UTC_TIMESTAMP(6) - ${KEPT} ORDER BY idempotency_key`,
    [personId],
  );
  if (old.length === 0) return;
  await manager.query('DELETE FROM idempotency_key WHERE person_id = ? AND idempotency_key IN (?)', [
    personId,
    old.map(({ name }) => name),
  ]);
}

const USED_FOR_ANOTHER = {
  pointer: 'Idempotency-Key',
  rule: 'one-request-per-key',
  message: 'This key was sent with another request.',
  fix: 'Send a new key with a new request; repeat a key only with the same one.',
};
