import type { EntityManager } from 'typeorm';

interface LabelRow {
  readonly label: string;
  readonly code: string;
  readonly name: string;
}

/** A staff group and the name the product gives it. */
export interface StaffGroupName {
  readonly code: string;
  readonly name: string;
}

/** Published labels of one scheme. Differences of case and spacing are harmonised. */
export class StaffGroupLabels {
  private readonly groups: ReadonlyMap<string, StaffGroupName>;

  constructor(rows: readonly LabelRow[]) {
    this.groups = new Map(rows.map(({ label, code, name }) => [keyOf(label), { code, name }]));
  }

  /** The labels of a scheme of `staff_group_mapping`, and the names of the groups themselves. */
  static async load(manager: EntityManager, scheme: string): Promise<StaffGroupLabels> {
    const rows = await manager.query<LabelRow[]>(
      `SELECT g.name AS label, g.code, g.name FROM staff_group g
       UNION ALL
       SELECT m.label, g.code, g.name FROM staff_group_mapping m JOIN staff_group g ON g.code = m.staff_group_code
       WHERE m.scheme = ? AND m.weight = 1`,
      [scheme],
    );
    return new StaffGroupLabels(rows);
  }

  find(label: string): StaffGroupName | undefined {
    return this.groups.get(keyOf(label));
  }
}

const keyOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();
