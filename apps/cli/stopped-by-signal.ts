import { ConflictError } from '#platform';

/**
 * Runs work that Ctrl-C or SIGTERM ends in order; a second signal does not wait.
 *
 * @throws ConflictError when it was stopped
 */
export async function stoppedBySignal<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new ConflictError('Stopped before the end.'));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
