import type { MonthlyMeasure, ProjectionOutput, StaffGroupOutput } from '../projection/projection-output';

/** A node of the staff-group tree. */
export interface GroupOfTree {
  readonly code: string;
  /** Null for the root. */
  readonly parentCode: string | null;
}

/** The figures that a plan is first asked for, of one staff group, one per year of the round. */
export interface GroupHeadlines {
  /** Staff in post at 31 March, WTE. */
  readonly staffInPost: readonly number[];
  /** Requirement less staff in post at 31 March, WTE. */
  readonly gap: readonly number[];
  /** Pounds of the financial year. */
  readonly payBill: readonly number[];
}

/** By staff-group code, parents included. */
export type Headlines = Readonly<Record<string, GroupHeadlines>>;

const MONTHS_OF_YEAR = 12;

/** Index of the 31 March in which each year of the round ends; the first month is the baseline month. */
function marches(months: readonly string[], firstYear: number, years: number): readonly number[] {
  return Array.from({ length: years }, (_, index) => months.indexOf(`${firstYear + index + 1}-03`));
}

/** The groups without subgroups at or under a group, in the order of the tree. */
function leavesOf(code: string, tree: readonly GroupOfTree[]): readonly string[] {
  const children = tree.filter(({ parentCode }) => parentCode === code);
  return children.length === 0 ? [code] : children.flatMap((child) => leavesOf(child.code, tree));
}

/** Month by month in the order of the leaves: another order would differ in the last bit. */
function summed(leaves: readonly StaffGroupOutput[], measure: MonthlyMeasure, length: number): number[] {
  return Array.from({ length }, (_, month) =>
    leaves.reduce((sum, leaf) => sum + (leaf.series[measure][month] ?? 0), 0),
  );
}

function headlinesOf(
  leaves: readonly StaffGroupOutput[],
  ends: readonly number[],
  months: number,
): GroupHeadlines {
  const staff = summed(leaves, 'fte', months);
  const required = summed(leaves, 'requirement', months);
  const pay = summed(leaves, 'pay-bill', months);
  return {
    staffInPost: ends.map((end) => staff[end] ?? 0),
    gap: ends.map((end) => (required[end] ?? 0) - (staff[end] ?? 0)),
    payBill: ends.map((end) =>
      pay.slice(end - MONTHS_OF_YEAR + 1, end + 1).reduce((sum, value) => sum + value, 0),
    ),
  };
}

/** The headline figures of every staff group that has people, parents as sums of their leaves. */
export function headlineFigures(
  { months, staffGroups }: ProjectionOutput,
  tree: readonly GroupOfTree[],
  calendar: { readonly firstYear: number; readonly years: number },
): Headlines {
  const ends = marches(months, calendar.firstYear, calendar.years);
  const byCode = new Map(staffGroups.map((group) => [group.code, group]));
  return Object.fromEntries(
    tree.flatMap(({ code }) => {
      const leaves = leavesOf(code, tree).flatMap((leaf) => byCode.get(leaf) ?? []);
      return leaves.length === 0 ? [] : [[code, headlinesOf(leaves, ends, months.length)] as const];
    }),
  );
}
