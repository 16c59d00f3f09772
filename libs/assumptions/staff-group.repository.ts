import type { EntityManager } from 'typeorm';

/** A node of the staff-group tree, in the order in which screens list it. */
export interface StaffGroupNode {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** 0 for all staff. */
  readonly depth: number;
  readonly isLeaf: boolean;
}

interface StaffGroupRow {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly isLeaf: number;
}

/** The staff-group tree, each parent before its children, siblings by position. */
export async function readStaffGroups(manager: EntityManager): Promise<readonly StaffGroupNode[]> {
  const rows: StaffGroupRow[] = await manager.query(
    'SELECT code, name, parent_code AS parentCode, is_leaf AS isLeaf FROM staff_group ORDER BY position, code',
  );
  return inTreeOrder(rows);
}

function inTreeOrder(rows: readonly StaffGroupRow[]): StaffGroupNode[] {
  const nodesUnder = (parentCode: string | null, depth: number): StaffGroupNode[] =>
    rows
      .filter((row) => row.parentCode === parentCode)
      .flatMap((row) => [
        { code: row.code, name: row.name, parentCode, depth, isLeaf: Number(row.isLeaf) === 1 },
        ...nodesUnder(row.code, depth + 1),
      ]);
  return nodesUnder(null, 0);
}
