import type { ProjectionPolicy } from '#policy';

import type { RegisterDefinition } from './register-definition';
import type { RegisterRow } from './register-rows';

/** One thing wrong with an entry in the light of its other fields or of the other entries. */
export interface EntryProblem {
  /** Id of the entry. */
  readonly entry: string;
  readonly field: string;
  /** Machine name of the rule, for instance `shares-sum-to-1`. */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * What the fields of one entry cannot say by themselves: fields that need one another, entries that
 * contradict one another, what dated policy rules out. Asked only of entries whose fields are each
 * accepted. Pure; empty: accepted.
 */
export type RegisterRule = (
  rows: readonly RegisterRow[],
  /** The entries of other registers of the same input. */
  rowsOf: (definition: RegisterDefinition) => readonly RegisterRow[],
  policy: ProjectionPolicy,
) => readonly EntryProblem[];

/** Entries that say what an earlier entry says already: same key, twice. */
export function repeatedEntries(
  rows: readonly RegisterRow[],
  keyOf: (row: RegisterRow) => string,
  problem: { readonly field: string; readonly what: string },
): readonly EntryProblem[] {
  const seen = new Map<string, string>();
  return rows.flatMap((row) => {
    const earlier = seen.get(keyOf(row));
    if (earlier === undefined) {
      seen.set(keyOf(row), row.id);
      return [];
    }
    const message = `${problem.what} is entered already, in ${earlier}`;
    const fix = `change or delete ${row.id} or ${earlier}`;
    return [{ entry: row.id, field: problem.field, rule: 'entered-once', message, fix }];
  });
}
