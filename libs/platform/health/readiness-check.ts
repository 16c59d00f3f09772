/** One thing a process needs before it can serve. */
export interface ReadinessCheck {
  /** What is checked, such as `database`. */
  readonly name: string;
  /** Resolves when it is there; rejects when it is not. */
  check(): Promise<unknown>;
}

/** Injection token of the list of {@link ReadinessCheck}s that the process provides. */
export const READINESS_CHECKS = Symbol('readiness checks');
