/** How sure a fact is, in the words of the policy files. */
export const POLICY_STATUSES = [
  'verified in a source',
  'from memory, unverified',
  'derived by us from verified inputs',
  'conflict',
] as const;
export type PolicyStatus = (typeof POLICY_STATUSES)[number];

/** Where a fact comes from. `sources` are ids of `PolicyData.sources`. */
export interface FactOrigin {
  readonly status: PolicyStatus;
  readonly sources: readonly string[];
  readonly note: string;
}
