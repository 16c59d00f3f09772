import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiChange } from '../api/api-client';
import { useAnnounce } from '../shell/announcer';

/** A change to send. */
export interface Change {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** What is said once it is done. */
  readonly done: string;
}

/** Sends changes, reads again what they touch, and says that they are done. */
export function useChange<Answer = null>(
  touched: readonly string[],
  onDone: (answer: Answer) => void = () => undefined,
) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => apiChange<Answer>(method, path, body),
    onSuccess: async (answer, { done }) => {
      await Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      announce(done);
      onDone(answer);
    },
  });
}
