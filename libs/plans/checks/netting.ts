/** Moves between the organisations of a plan that its totals count once. */
export interface NettedList {
  readonly statement: string;
  /** By staff group, the largest first. */
  readonly groups: readonly NettedGroup[];
}

/** People of one staff group who move between organisations of the plan, over the round. */
export interface NettedGroup {
  readonly code: string;
  readonly label: string;
  readonly people: number;
}

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** The netted moves in words, and as a list. Pure. */
export function describeNetting(groups: readonly NettedGroup[]): NettedList {
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const statement =
    people < 0.5
      ? 'No moves between our own trusts are assumed: system joiners and leavers are the trusts’ sum.'
      : `System joiners and leavers are lower than the trusts’ sum because ${WHOLE.format(people)} moves between our own trusts are counted once.`;
  return { statement, groups: groups.toSorted((left, right) => right.people - left.people) };
}
