/** Something is worse than it should be; the message may be shown to whoever asks for the health of the process. */
export class ConcernError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConcernError';
  }
}
