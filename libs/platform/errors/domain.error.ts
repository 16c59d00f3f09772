/** How loudly an error is logged: an expected refusal is no alarm, a broken dependency is. */
export type ErrorLogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What a class of errors states once for all its instances. */
export interface ErrorTraits {
  /** Stable name in kebab case; part of the problem type that clients match on. */
  readonly code: string;
  /** HTTP status it is answered with. */
  readonly httpStatus: number;
  readonly logLevel: ErrorLogLevel;
}

/**
 * An error the product foresees. Its message and details reach the client as they are, so they name what is
 * wrong and how to mend it, and never a path, an SQL text or a secret.
 */
export abstract class DomainError extends Error {
  readonly code: string;
  readonly httpStatus: number;
  readonly logLevel: ErrorLogLevel;

  /**
   * @param message one sentence for a person.
   * @param traits code, status and log level of the class.
   * @param details extension members of the problem document (RFC 9457, section 3.2).
   */
  protected constructor(
    message: string,
    traits: ErrorTraits,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = new.target.name;
    this.code = traits.code;
    this.httpStatus = traits.httpStatus;
    this.logLevel = traits.logLevel;
  }
}
