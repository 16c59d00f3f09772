/** MariaDB or Redis cannot be had; the message ends with the one thing to do about it. */
export class ServicesError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ServicesError';
  }
}
