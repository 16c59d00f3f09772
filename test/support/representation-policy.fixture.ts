import { loadPolicy, projectionPolicy } from '#policy';
import type { ProjectionInput } from '#modules/projection';

/** The example's policy with the facts of representation and roles that ship with the product. */
export function withShippedFacts(input: ProjectionInput): ProjectionInput {
  const { firstYear, years } = input.calendar;
  const { representation, newRoles } = projectionPolicy(loadPolicy(), firstYear, years);
  if (representation === undefined || newRoles === undefined) throw new Error('no facts of representation');
  return { ...input, policy: { ...input.policy, representation, newRoles } };
}
