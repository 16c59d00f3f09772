import type { Overview, OverviewStaffGroup } from '../api/types';

/** The staff group that the figures are about: the one asked for, else the whole workforce. */
export function chosenStaffGroup(overview: Overview, code: string | null): OverviewStaffGroup | null {
  const groups = overview.staffGroups;
  return (
    groups.find((group) => group.code === code) ??
    groups.find((group) => group.code === 'all-staff') ??
    groups[0] ??
    null
  );
}
