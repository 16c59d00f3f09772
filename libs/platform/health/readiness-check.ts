/** One thing a process needs before it can serve, or to serve well. */
export interface ReadinessCheck {
  /** What is checked, such as `database`. */
  readonly name: string;
  /** False for what the process can serve without, only worse: it is degraded then, and stays ready. */
  readonly isVital?: boolean;
  /** Resolves when it is there; rejects, saying what is wrong, when it is not. */
  check(): Promise<unknown>;
}

/** Injection token of the list of {@link ReadinessCheck}s that the process provides. */
export const READINESS_CHECKS = Symbol('readiness checks');
