import type { EntityManager } from 'typeorm';
import type { StaffGroupRow } from './staff-group-lines';

/** A staff group with its depth and the codes of the leaves at or under it. */
export interface StaffGroupNode extends StaffGroupRow {
  readonly depth: number;
  readonly leaves: readonly string[];
}

/** The staff-group tree, each node before those under it, in the order of the reference. */
export async function readStaffGroupTree(manager: EntityManager): Promise<readonly StaffGroupNode[]> {
  const rows: { code: string; name: string; parentCode: string | null; isLeaf: number | boolean }[] =
    await manager.query(
      'SELECT code, name, parent_code AS parentCode, is_leaf AS isLeaf FROM staff_group ORDER BY position',
    );
  const childrenOf = (code: string | null) => rows.filter(({ parentCode }) => parentCode === code);
  const leavesOf = (row: (typeof rows)[number]): readonly string[] =>
    row.isLeaf ? [row.code] : childrenOf(row.code).flatMap(leavesOf);
  const walk = (parentCode: string | null, depth: number): readonly StaffGroupNode[] =>
    childrenOf(parentCode).flatMap((row) => [
      { ...row, isLeaf: Boolean(row.isLeaf), depth, leaves: leavesOf(row) },
      ...walk(row.code, depth + 1),
    ]);
  return walk(null, 0);
}
