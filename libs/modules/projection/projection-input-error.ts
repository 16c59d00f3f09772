/** One thing wrong with a projection input. */
export interface InputProblem {
  /** JSON pointer to the value. */
  readonly pointer: string;
  /** Machine name of the rule, for instance `shares-sum-to-1`. */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A projection input that cannot be projected; lists every problem found. */
export class ProjectionInputError extends Error {
  readonly code = 'projection-input';

  constructor(readonly details: readonly InputProblem[]) {
    super(
      `the projection input has ${details.length} problem${details.length === 1 ? '' : 's'}: ${details
        .map(({ pointer, message, fix }) => `${pointer}: ${message} (${fix})`)
        .join('; ')}`,
    );
    this.name = 'ProjectionInputError';
  }
}
