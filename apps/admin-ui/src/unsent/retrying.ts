import { kindOf, type ApiErrorKind } from '../api/api-error';

const WAITS_MILLISECONDS = [2_000, 5_000, 15_000, 30_000] as const;
const PASSING: ReadonlySet<ApiErrorKind> = new Set(['offline', 'unavailable', 'too-many']);

/** Whether the same request may succeed later without anybody's doing. */
export function mayPass(error: unknown): boolean {
  return PASSING.has(kindOf(error));
}

/** How long to wait before sending again what has failed so often. */
export function waitMilliseconds(failures: number): number {
  return WAITS_MILLISECONDS[Math.min(failures, WAITS_MILLISECONDS.length - 1)] ?? 0;
}
