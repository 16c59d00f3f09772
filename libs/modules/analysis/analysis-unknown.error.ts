/** An engine was asked a question that it cannot answer: it is older than the question. */
export class AnalysisUnknownError extends Error {
  readonly code = 'analysis-unknown';

  constructor(analysis: string) {
    super(`this engine has no ${analysis}`);
    this.name = 'AnalysisUnknownError';
  }
}
