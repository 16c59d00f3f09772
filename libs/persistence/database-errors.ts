/** Errors after which the same transaction, run again from its start, is expected to succeed. */
const TRANSIENT_ERRORS = new Set([
  1213, // ER_LOCK_DEADLOCK
  1205, // ER_LOCK_WAIT_TIMEOUT
  1020, // ER_CHECKREAD, raised by MariaDB 11 under snapshot isolation
]);

/** Errors that mean the server does not answer, or is on its way up or down. */
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'POOL_CLOSED',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
]);

/** What the driver puts on its errors. */
interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly sqlMessage?: string;
}

const driverErrorOf = (error: unknown): DriverError => {
  if (typeof error !== 'object' || error === null) return {};
  const inner = (error as { driverError?: unknown }).driverError;
  return typeof inner === 'object' && inner !== null ? inner : error;
};

/** Whether a deadlock or a lock wait ended the transaction. */
export function isTransientConflict(error: unknown): boolean {
  return TRANSIENT_ERRORS.has(driverErrorOf(error).errno ?? 0);
}

/** Whether a row broke a unique key. */
export function isDuplicateKey(error: unknown): boolean {
  return driverErrorOf(error).code === 'ER_DUP_ENTRY';
}

/** Whether the database does not answer; nothing is known about a commit that was under way. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code, sqlMessage } = driverErrorOf(error);
  if (code !== undefined && UNAVAILABLE_CODES.has(code)) return true;
  const message = sqlMessage ?? (error instanceof Error ? error.message : '');
  return /closed state|connection is closed|Pool is closed/i.test(message);
}
