/** A number was asked about that the projection does not have. */
export class ExplanationQuestionError extends Error {
  readonly code = 'explanation-question';

  constructor(month: string, months: readonly string[]) {
    super(`the projection has no ${month}: its months run from ${months[0]} to ${months.at(-1)}`);
    this.name = 'ExplanationQuestionError';
  }
}
