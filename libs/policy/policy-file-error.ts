/** A policy file that cannot be used: says which file, where and what is wrong with it. */
export class PolicyFileError extends Error {
  readonly code = 'policy-file';

  constructor(
    readonly file: string,
    /** Line of a CSV file (1 is the header) or index of a JSON entry. */
    readonly position: number,
    readonly column: string,
    readonly problem: string,
  ) {
    super(`${file}, entry ${position}, ${column}: ${problem}`);
    this.name = 'PolicyFileError';
  }
}
