import { DomainError } from './domain.error';

/** The edit was based on a version that no longer holds. */
export class StaleVersionError extends DomainError {
  constructor() {
    super('Another version holds now. Read it again, then send the change with its ETag in If-Match.', {
      code: 'precondition-failed',
      httpStatus: 412,
      logLevel: 'info',
    });
  }
}

/** There is a version already, and the request does not say that it knows it. */
export class VersionRequiredError extends DomainError {
  constructor() {
    super('There is a version already. Send its ETag in If-Match.', {
      code: 'precondition-required',
      httpStatus: 428,
      logLevel: 'info',
    });
  }
}
