import type { EqualityClusterFact, RepresentationPolicy, WorkforceType } from '#policy';

import type { StaffGroupInput } from '../projection/projection-input';

/** Whether people of a band of a staff group belong to a part of the workforce. */
export type Membership = (group: StaffGroupInput, band: string) => boolean;

/** Part of the workforce of a group; null where the policy does not classify it. */
export function workforceTypeOf(
  { code, medical }: StaffGroupInput,
  policy: RepresentationPolicy | undefined,
): WorkforceType | null {
  return medical ? 'medical' : (policy?.workforceTypes[code] ?? null);
}

/** Cluster by its code. */
export function clusterOf(
  code: string,
  policy: RepresentationPolicy | undefined,
): EqualityClusterFact | undefined {
  return policy?.clusters.find((cluster) => cluster.code === code);
}

/**
 * Membership of a cluster, within one part of the workforce or (null) all of it. People on no national
 * grade belong to the clusters without bands of their own only.
 */
export function membershipOf(
  { workforce, bands }: EqualityClusterFact,
  policy: RepresentationPolicy,
  type: WorkforceType | null = null,
): Membership {
  const leadership = clusterOf('leadership', policy)?.bands ?? [];
  const isOfType = (group: StaffGroupInput): boolean =>
    type === null || workforceTypeOf(group, policy) === type;
  switch (workforce) {
    case 'all':
      return isOfType;
    case 'not-leadership':
      return (group, band) => isOfType(group) && (group.medical || !leadership.includes(band));
    case 'medical':
      return (group, band) => isOfType(group) && group.medical && bands.includes(band);
    case 'agenda-for-change':
      return (group, band) => isOfType(group) && !group.medical && bands.includes(band);
  }
}
