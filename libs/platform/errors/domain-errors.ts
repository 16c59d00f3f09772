import { DomainError } from './domain.error';

/** One thing that is wrong with an input. */
export interface InputFault {
  /** Where: a JSON pointer into the body (`/edits/3/value`), or the name of a query or path parameter. */
  readonly pointer: string;
  /** The rule that is broken, stable, in kebab case. */
  readonly rule: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Nothing is there under this identity, or the person may not know that it is. */
export class NotFoundError extends DomainError {
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { code: 'not-found', httpStatus: 404, logLevel: 'info' }, details);
  }
}

/** The input is well formed but breaks rules; each broken rule is listed under `errors`. */
export class InvalidInputError<Fault extends InputFault = InputFault> extends DomainError {
  constructor(
    readonly faults: readonly Fault[],
    message = 'The input breaks rules that are listed under errors.',
  ) {
    super(message, { code: 'invalid-input', httpStatus: 422, logLevel: 'info' }, { errors: faults });
  }
}

/** The input was based on a state that is no longer the current one. */
export class ConflictError extends DomainError {
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { code: 'conflict', httpStatus: 409, logLevel: 'info' }, details);
  }
}

/** The person is known and may not do this. */
export class ForbiddenError extends DomainError {
  constructor(message = 'You may not do this.', details: Readonly<Record<string, unknown>> = {}) {
    super(message, { code: 'forbidden', httpStatus: 403, logLevel: 'warn' }, details);
  }
}

/** Nobody is signed in, or the credentials are wrong. */
export class UnauthenticatedError extends DomainError {
  constructor(message = 'Sign in to do this.', details: Readonly<Record<string, unknown>> = {}) {
    super(message, { code: 'unauthenticated', httpStatus: 401, logLevel: 'info' }, details);
  }
}

/** The caller asked too often. */
export class TooManyRequestsError extends DomainError {
  /** @param retryAfterSeconds when the caller may ask again; sent as `Retry-After`. */
  constructor(
    readonly retryAfterSeconds: number,
    message = 'Too many requests; wait before asking again.',
  ) {
    super(message, { code: 'too-many-requests', httpStatus: 429, logLevel: 'warn' }, { retryAfterSeconds });
  }
}

/** Something this depends on does not answer now; the same request may succeed later. */
export class UnavailableError extends DomainError {
  /** @param retryAfterSeconds when it is worth asking again; sent as `Retry-After`. */
  constructor(
    message: string,
    readonly retryAfterSeconds = 5,
  ) {
    super(message, { code: 'unavailable', httpStatus: 503, logLevel: 'error' }, { retryAfterSeconds });
  }
}
