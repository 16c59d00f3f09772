/** The promises of which each fault test asserts every one. */
export const INVARIANTS = {
  I1: 'no acknowledged edit is lost or made twice',
  I2: 'what is published catches up with what was entered within 30 s of the last fault',
  I3: 'published bytes are those of a clean recomputation',
  I4: 'each input is published at most once',
  I5: 'what is published never goes back to an older input',
  I6: 'a reader never sees a part of a run or a mixture of two',
  I7: 'no run is left open past its lease, and no result lacks its run',
  I8: 'the audit chain verifies and holds one entry for each edit and each publication',
  I9: 'queue, connections and temporary files come back to a constant',
  I10: 'no answer is a 5xx other than a 503 that says when to come back',
} as const;
export type Invariant = keyof typeof INVARIANTS;

/** A promise that was not kept, and where it shows. */
export interface Violation {
  readonly invariant: Invariant;
  readonly detail: string;
}

/** One violation for each row that should not be there. */
export function violationsOf<T>(
  invariant: Invariant,
  rows: readonly T[],
  describe: (row: T) => string,
): readonly Violation[] {
  return rows.map((row) => ({ invariant, detail: describe(row) }));
}
