/** The engine refused the input or failed on it, the thread died, or it ran past its limits. */
export class ComputationFailedError extends Error {
  constructor(
    message: string,
    /** Code of the engine's own error, where it threw one. */
    readonly engineCode: string | null = null,
  ) {
    super(message);
    this.name = 'ComputationFailedError';
  }
}

/** The computation was ended from outside before it was done. */
export class ComputationStoppedError extends Error {
  constructor() {
    super('The computation was stopped.');
    this.name = 'ComputationStoppedError';
  }
}
