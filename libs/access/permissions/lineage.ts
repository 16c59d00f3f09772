/** A membership that has begun: below, above, and the first day on which it no longer holds. */
export interface Membership {
  readonly organisationId: string;
  readonly parentId: string;
  readonly validTo: string | null;
}

const NEVER = '9999-12-31';

/**
 * The memberships that grants reach along on a day. An organisation that has closed keeps its last ones, so
 * that its past stays readable to those it belonged to; one that has moved leaves its old place.
 *
 * @param begun memberships that began on the day or before
 * @param today `YYYY-MM-DD`
 */
export function membershipsInForce(begun: readonly Membership[], today: string): Membership[] {
  const lastDays = new Map<string, string>();
  for (const { organisationId, validTo } of begun) {
    const known = lastDays.get(organisationId) ?? '';
    const end = validTo ?? NEVER;
    lastDays.set(organisationId, end > known ? end : known);
  }
  return begun.filter(({ organisationId, validTo }) => {
    const end = validTo ?? NEVER;
    return end > today || end === lastDays.get(organisationId);
  });
}

/**
 * All organisations at or below some.
 *
 * @param roots where to start
 * @param memberships in force
 */
export function descendantsAndSelf(
  roots: Iterable<string>,
  memberships: readonly Membership[],
): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { organisationId, parentId } of memberships) {
    children.set(parentId, [...(children.get(parentId) ?? []), organisationId]);
  }
  const reached = new Set(roots);
  for (const organisationId of reached) {
    for (const child of children.get(organisationId) ?? []) reached.add(child);
  }
  return reached;
}
