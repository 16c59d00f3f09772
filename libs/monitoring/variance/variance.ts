import type { WholeUnits } from './lines';

/**
 * Where a variance comes from, in the order in which it is shown.
 *
 * - `opening`: the year began with other staff in post than planned.
 * - `leavers`, `joiners`: more or fewer than planned, and not made up by the end of the year.
 * - `phasing`: joiners and leavers earlier or later than planned, made up by the end of the year.
 * - `establishment`: other funded posts than planned, filled as the plan fills them.
 * - `moves-and-hours`: moves between staff groups and changes of hours.
 * - `staff-in-post`: of turnover, another mean number of staff in post that people leave from.
 * - `joiners-and-leavers`: both together, where one of them is not loaded.
 * - `sickness`: cover of other absence than planned; of the sickness line, the rate itself.
 * - `cover`: bank or agency used more or less than the plan does for its vacancies and absence.
 * - `price`: pay for a WTE other than planned.
 */
export const VARIANCE_PARTS = [
  'opening',
  'leavers',
  'joiners',
  'joiners-and-leavers',
  'phasing',
  'establishment',
  'moves-and-hours',
  'staff-in-post',
  'sickness',
  'cover',
  'price',
] as const;
export type VariancePart = (typeof VARIANCE_PARTS)[number];
export type PartsByName = Readonly<Partial<Record<VariancePart, number>>>;
export type WholePartsByName = Readonly<Partial<Record<VariancePart, WholeUnits>>>;

/** Plan and actual of a line, and parts that add up to `variance` to the last unit. */
export interface Variance {
  readonly plan: WholeUnits;
  readonly actual: WholeUnits;
  /** Actual less plan. */
  readonly variance: WholeUnits;
  /** Parts that do not apply are left out; one that is 0 is there. */
  readonly parts: WholePartsByName;
}

/** Names of the parts there are, in the order of {@link VARIANCE_PARTS}. */
export function namesOf(parts: PartsByName): readonly VariancePart[] {
  return VARIANCE_PARTS.filter((name) => parts[name] !== undefined);
}

/** Parts of the same names multiplied by a factor. */
export function scaledParts(parts: PartsByName, factor: number): PartsByName {
  return Object.fromEntries(namesOf(parts).map((name) => [name, (parts[name] ?? 0) * factor]));
}

/** Parts added up name by name. */
export function addedParts(several: readonly PartsByName[]): PartsByName {
  const names = VARIANCE_PARTS.filter((name) => several.some((parts) => parts[name] !== undefined));
  return Object.fromEntries(
    names.map((name) => [name, several.reduce((sum, parts) => sum + (parts[name] ?? 0), 0)]),
  );
}
