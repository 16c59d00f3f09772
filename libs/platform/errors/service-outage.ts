/** Codes of Node, mysql2 and the servers that mean: it does not answer, or is on its way up or down. */
const AWAY = new Set([
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

/** Errors without a code of their own in the driver, or without a code at all. */
const AWAY_NUMBERS = new Set([
  1927, // ER_CONNECTION_KILLED of MariaDB
]);
const AWAY_MESSAGES = /closed state|connection is closed|pool is closed/i;

/** The same of a file of our own. */
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);

/** The server answers and cannot write: its disk is full or fails. It writes again once that is mended. */
const CANNOT_WRITE = new Set([
  1021, // ER_DISK_FULL
  1026, // ER_ERROR_ON_WRITE
  1030, // ER_GET_ERRNO: an error of the storage engine, such as no space left on the device
  1114, // ER_RECORD_FILE_FULL: the table is full, which it only is when its disk is
]);

/** What drivers put on their errors. */
interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly sqlMessage?: unknown;
  readonly message?: unknown;
}

/** The error of the driver that another error was made from, or the error itself. */
export function driverErrorOf(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  const inner = (error as { driverError?: unknown }).driverError;
  return typeof inner === 'object' && inner !== null ? inner : error;
}

/** Whether a server does not answer; nothing is known about a commit that was under way. */
export function isServiceAway(error: unknown): boolean {
  const { code, errno, sqlMessage, message } = driverErrorOf(error);
  return (
    AWAY.has(String(code)) ||
    AWAY_NUMBERS.has(Number(errno)) ||
    [sqlMessage, message].some((text) => typeof text === 'string' && AWAY_MESSAGES.test(text))
  );
}

/** Whether there is no room to write what was asked, in the database or here; the statement changed nothing. */
export function isDiskFull(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error);
  return CANNOT_WRITE.has(Number(errno)) || NO_SPACE.has(String(code));
}
