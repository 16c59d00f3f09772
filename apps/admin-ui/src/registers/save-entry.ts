import { useMutation, useQueryClient } from '@tanstack/react-query';
import { registerEntriesQuery } from '../api/analysis-queries';
import type { RegisterEdit, RegisterFault, TheirEntry } from '../api/analysis-types';
import { apiChange } from '../api/api-client';
import { ApiError } from '../api/api-error';
import { overviewQuery, type Unit } from '../api/queries';
import type { FormProblem } from '../forms/problems';
import { mayPass, waitMilliseconds } from '../unsent/retrying';

const FIELD = /\/values\/([^/]+)/;

/** What the server refused, by field; the field is empty for what is wrong with the entry as a whole. */
export function fieldProblems(errors: readonly RegisterFault[]): FormProblem[] {
  return errors.map(({ pointer, message, fix }) => ({
    field: FIELD.exec(pointer ?? '')?.[1] ?? '',
    message: fix === undefined ? message : `${message} ${fix}`,
  }));
}

/** What kept an entry from being saved. */
export interface SaveRefusal {
  readonly problems: readonly FormProblem[];
  /** The entry as someone else left it after it was read. */
  readonly theirs: TheirEntry | null;
}

/** Reads from an error why an entry wasn't saved. */
export function refusalOf(error: Error): SaveRefusal {
  if (!(error instanceof ApiError))
    return { problems: [{ field: '', message: error.message }], theirs: null };
  const conflicts = error.problem['conflicts'] as readonly { theirs: TheirEntry | null }[] | undefined;
  const theirs = conflicts?.[0]?.theirs ?? null;
  if (theirs !== null) return { problems: [], theirs };
  const errors = error.problem['errors'] as readonly RegisterFault[] | undefined;
  const problems = fieldProblems(errors ?? []);
  return { problems: problems.length > 0 ? problems : [{ field: '', message: error.message }], theirs: null };
}

interface EntryToSave {
  readonly edit: RegisterEdit;
  readonly reason: string | null;
}

/** Whether the service has an edit already: its answer was lost on the way. */
function isSaved(error: unknown, { values }: RegisterEdit): boolean {
  const theirs = error instanceof Error ? refusalOf(error).theirs : null;
  return theirs !== null && JSON.stringify(theirs.values) === JSON.stringify(values);
}

/**
 * Saves one edit of a register with its reason, and reads the register again. While the service can't be
 * reached it is sent again by itself; sent twice it is saved once.
 */
export function useSaveEntry(unit: Unit, register: string, onSaved: (edit: RegisterEdit) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ edit, reason }: EntryToSave) => {
      try {
        await apiChange<unknown>('PATCH', '/register-entries', { ...unit, reason, edits: [edit] });
      } catch (error) {
        if (!isSaved(error, edit)) throw error;
      }
    },
    retry: (_, error) => mayPass(error),
    retryDelay: waitMilliseconds,
    onSuccess: async (_, { edit }) => {
      await queries.invalidateQueries({ queryKey: registerEntriesQuery(unit, register).queryKey });
      // At once: whoever sees the entry in the list may open another one.
      onSaved(edit);
      await queries.invalidateQueries({ queryKey: overviewQuery(unit).queryKey });
    },
  });
}
