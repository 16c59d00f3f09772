/** The lines that projections are compared by. */
export const COMPARED_LINES = {
  'staff-in-post': 'Staff in post, WTE',
  headcount: 'Headcount',
  available: 'WTE available for work',
  requirement: 'Requirement, WTE',
  gap: 'Requirement less staff in post, WTE',
  'pay-bill': 'Pay bill',
} as const;
export type ComparedLine = keyof typeof COMPARED_LINES;

type Values = readonly (number | null)[];

/** The figures of a staff group by year, as overviews have them. */
export interface ComparedGroup {
  readonly code: string;
  readonly lines: {
    readonly staffInPost: Values;
    readonly headcount: Values;
    readonly availableFte: Values;
    readonly requirement: Values;
    readonly payBill: Values;
  };
  readonly gap: Values;
}

/** The values of a line in a projection, for a staff group; none where it has not the group. */
export function lineIn(groups: readonly ComparedGroup[], code: string, line: ComparedLine): Values {
  const group = groups.find((candidate) => candidate.code === code);
  return group === undefined ? [] : valuesOf(group, line);
}

function valuesOf({ lines, gap }: ComparedGroup, line: ComparedLine): Values {
  switch (line) {
    case 'staff-in-post':
      return lines.staffInPost;
    case 'headcount':
      return lines.headcount;
    case 'available':
      return lines.availableFte;
    case 'requirement':
      return lines.requirement;
    case 'gap':
      return gap;
    case 'pay-bill':
      return lines.payBill;
  }
}

/** One line less another, year by year; null where either has no figure. */
export function lessBy(values: Values, base: Values): readonly (number | null)[] {
  return values.map((value, index) => {
    const other = base[index] ?? null;
    return value === null || other === null ? null : value - other;
  });
}

/**
 * Staff in post less requirement as a share of the requirement, year by year: below zero is a shortfall. Null
 * where no requirement is loaded.
 */
export function gapShares({
  gap,
  lines,
}: Pick<ComparedGroup, 'gap'> & { readonly lines: { readonly requirement: Values } }): Values {
  return gap.map((each, index) => {
    const requirement = lines.requirement[index] ?? null;
    return each === null || requirement === null || requirement <= 0 ? null : -each / requirement;
  });
}
