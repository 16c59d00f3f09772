import { marchOf } from './likely-range';

type Values = readonly (number | null)[];

/** A staff group with the lines that add up over groups and organisations. */
export interface SummedGroup {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly isLeaf: boolean;
  readonly lines: Readonly<
    Record<'staffInPost' | 'headcount' | 'availableFte' | 'establishment' | 'requirement' | 'payBill', Values>
  >;
}

/** The measures whose figures at a year's end are sums, by the line that holds them. */
const LINES = {
  fte: ['staffInPost', 'WTE in post (contracted)', 'fte'],
  headcount: ['headcount', 'Headcount', 'headcount'],
  'available-fte': ['availableFte', 'WTE available for work', 'fte'],
  establishment: ['establishment', 'Funded establishment', 'fte'],
  requirement: ['requirement', 'Requirement', 'fte'],
  'pay-bill': ['payBill', 'Pay bill', 'pounds'],
} as const;

/** A number that is a sum of others: what it is called, and the place of its year among the years of the plan. */
export interface AskedSum {
  readonly line: (typeof LINES)[keyof typeof LINES][0];
  readonly label: string;
  readonly unit: (typeof LINES)[keyof typeof LINES][2];
  readonly year: number;
}

/** What is asked of a sum; null for a measure or a month whose sums are not kept. */
export function askedSum(
  { measure, month }: { readonly measure: string; readonly month: string },
  years: readonly { readonly year: number }[],
): AskedSum | null {
  const known = LINES[measure as keyof typeof LINES] as (typeof LINES)[keyof typeof LINES] | undefined;
  const year = years.findIndex((each) => marchOf(each.year) === month);
  if (known === undefined || year < 0) return null;
  const [line, label, unit] = known;
  return { line, label, unit, year };
}

/** The figure of a group; null where there is none, or no such group. */
export function sumIn(groups: readonly SummedGroup[], code: string, { line, year }: AskedSum): number | null {
  return groups.find((group) => group.code === code)?.lines[line][year] ?? null;
}

/** The staff groups below one that are projected themselves; a leaf alone is not a sum. */
export function leavesBelow<Group extends SummedGroup>(
  groups: readonly Group[],
  code: string,
): readonly Group[] {
  const below = groups.filter(({ parentCode }) => parentCode === code);
  return below.flatMap((group) => (group.isLeaf ? [group] : leavesBelow(groups, group.code)));
}
