import { useQueryClient } from '@tanstack/react-query';
import { kindOf } from '../api/api-error';
import { problemsOf, type FormProblem } from '../forms/problems';
import { useChange } from '../forms/use-change';

/** A change of a monitored year. */
export interface YearChange {
  readonly send: (path: string, body: object, done: string) => void;
  readonly isPending: boolean;
  readonly problems: readonly FormProblem[];
  /** Reads the year again after someone else changed it; null where nobody did. */
  readonly readAgain: (() => void) | null;
}

/** Sends changes of a monitored year and reads the year again. */
export function useYearChange(onDone: () => void): YearChange {
  const queries = useQueryClient();
  const change = useChange<unknown>(['monitored-years'], onDone);
  return {
    send: (path, body, done) =>
      change.mutate({ method: 'POST', path: `/monitored-years/${path}`, body, done }),
    isPending: change.isPending,
    problems: problemsOf(change.error),
    readAgain:
      kindOf(change.error) === 'conflict'
        ? () => {
            change.reset();
            void queries.invalidateQueries({ queryKey: ['monitored-years'] });
          }
        : null,
  };
}
