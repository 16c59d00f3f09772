import { driverErrorOf, isDiskFull, isServiceAway } from '#platform';

/** Errors after which the same transaction, run again from its start, is expected to succeed. */
const TRANSIENT_ERRORS = new Set([
  1213, // ER_LOCK_DEADLOCK
  1205, // ER_LOCK_WAIT_TIMEOUT
  1020, // ER_CHECKREAD, raised by MariaDB 11 under snapshot isolation
]);

/** Whether a deadlock or a lock wait ended the transaction. */
export function isTransientConflict(error: unknown): boolean {
  return TRANSIENT_ERRORS.has(Number(driverErrorOf(error).errno));
}

/** Whether a row broke a unique key. */
export function isDuplicateKey(error: unknown): boolean {
  return driverErrorOf(error).code === 'ER_DUP_ENTRY';
}

/** Whether the database does not answer; nothing is known about a commit that was under way. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return isServiceAway(error);
}

/** Whether the database is to blame, which does not answer or cannot write, and not what was asked of it. */
export function isFaultOfDatabase(error: unknown): boolean {
  return isServiceAway(error) || isDiskFull(error) || isTransientConflict(error);
}
