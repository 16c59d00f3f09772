import type { OverviewStaffGroup } from '../api/types';

/** The lines of the staff-group table, in the order in which they are shown. */
export const TABLE_LINES = [
  'staff-in-post',
  'establishment',
  'requirement',
  'gap',
  'vacancy',
  'pay-bill',
] as const;
export type TableLine = (typeof TABLE_LINES)[number];

/** A staff group in the tree as it is folded now. */
export interface TreeRow<Group> {
  readonly group: Group;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

interface TreeGroup {
  readonly code: string;
  readonly parentCode: string | null;
}

/** The groups that are shown when exactly the given ones are unfolded, in the order given. */
export function visibleRows<Group extends TreeGroup>(
  groups: readonly Group[],
  open: ReadonlySet<string>,
): TreeRow<Group>[] {
  const codes = new Set(groups.map((group) => group.code));
  const parents = new Set(groups.map((group) => group.parentCode));
  const parentOf = new Map(groups.map((group) => [group.code, group.parentCode]));
  const isShown = (group: Group): boolean => {
    let parent = group.parentCode;
    for (let steps = 0; parent !== null && codes.has(parent) && steps < groups.length; steps += 1) {
      if (!open.has(parent)) return false;
      parent = parentOf.get(parent) ?? null;
    }
    return true;
  };
  return groups.filter(isShown).map((group) => ({
    group,
    hasChildren: parents.has(group.code),
    isOpen: open.has(group.code),
  }));
}

/** The groups that have groups below them. */
export function foldableCodes(groups: readonly TreeGroup[]): string[] {
  const parents = new Set(groups.map((group) => group.parentCode));
  return groups.filter((group) => parents.has(group.code)).map((group) => group.code);
}

/** The figures of one line by year; null where there is none to show. */
export function lineValues(group: OverviewStaffGroup, line: TableLine): readonly (number | null)[] {
  switch (line) {
    case 'staff-in-post':
      return group.lines.staffInPost;
    case 'establishment':
      return group.lines.establishment;
    case 'requirement':
      return group.lines.requirement;
    case 'gap':
      return group.gap;
    case 'vacancy':
      return group.vacancyRate;
    case 'pay-bill':
      return group.lines.payBill;
  }
}
