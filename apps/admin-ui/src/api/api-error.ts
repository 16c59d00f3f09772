/** What kind of answer went wrong, as far as the screen needs to tell them apart. */
export type ApiErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'too-many'
  | 'unavailable'
  | 'offline';

const KIND_BY_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
  429: 'too-many',
};

/** The members of an RFC 9457 problem document that the screens use, plus its extensions. */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly [extension: string]: unknown;
}

/** A request that the API refused, or that never reached it. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;

  constructor(
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? 'The request failed.');
    this.name = 'ApiError';
    this.kind = status === 0 ? 'offline' : (KIND_BY_STATUS[status] ?? 'unavailable');
  }
}

/** The error's kind, or `unavailable` for anything that isn't an {@link ApiError}. */
export function kindOf(error: unknown): ApiErrorKind {
  return error instanceof ApiError ? error.kind : 'unavailable';
}
