import { DomainError } from '#platform';
import type { ByteRange } from '#publication';

/** The range lies outside the file. */
export class RangeNotSatisfiableError extends DomainError {
  constructor(readonly bytes: number) {
    super(`The file has ${bytes} bytes; ask for a range within them.`, {
      code: 'range-not-satisfiable',
      httpStatus: 416,
      logLevel: 'info',
    });
  }
}

/**
 * The range that a `Range` header asks for (RFC 9110, section 14).
 *
 * @returns null for the whole file: there is no header, or one that may be ignored, as several ranges are
 * @throws RangeNotSatisfiableError when it lies outside the file
 */
export function requestedRange(header: string | undefined, bytes: number): ByteRange | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from === '') return within({ first: Math.max(bytes - Number(to), 0), last: bytes - 1 }, bytes);
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < Number(from)) return null;
  return within({ first: Number(from), last }, bytes);
}

function within(range: ByteRange, bytes: number): ByteRange {
  if (range.first > range.last) throw new RangeNotSatisfiableError(bytes);
  return range;
}
