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
  const requestSha256 = sha256Hex(canonicalJson(content));
  const [first]: { requestSha256: string; response: string }[] = await manager.query(
    `SELECT request_sha256 AS requestSha256, response FROM idempotency_key
      WHERE person_id = ? AND idempotency_key = ? AND created_at > UTC_TIMESTAMP(6) - ${KEPT} FOR UPDATE`,
    [personId, key],
  );
  if (first !== undefined) {
    if (first.requestSha256 !== requestSha256) throw new InvalidInputError([USED_FOR_ANOTHER]);
    return JSON.parse(first.response) as T;
  }
  const answer = await work();
  await manager.query(
    `DELETE FROM idempotency_key WHERE person_id = ? AND created_at <= UTC_TIMESTAMP(6) - ${KEPT}`,
    [personId],
  );
  await manager.query(
    `INSERT INTO idempotency_key (person_id, idempotency_key, request_sha256, response, created_at)
     VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [personId, key, requestSha256, JSON.stringify(answer)],
  );
  return answer;
}

const USED_FOR_ANOTHER = {
  pointer: 'Idempotency-Key',
  rule: 'one-request-per-key',
  message: 'This key was sent with another request.',
  fix: 'Send a new key with a new request; repeat a key only with the same one.',
};
