import type { DrawTable } from '#engine';

import { ALL_STAFF } from '../compilation';
import type { MonthlyMeasure } from '../projection/projection-output';

/** Measures of which draws are kept, in the order in which they lie. */
export const HEADLINE_MEASURES = [
  'headcount',
  'fte',
  'available-fte',
  'establishment',
  'requirement',
  'bank-fte',
  'agency-fte',
  'unfilled-fte',
  'shortfall',
  'pay-bill',
] as const satisfies readonly MonthlyMeasure[];
export type HeadlineMeasure = (typeof HEADLINE_MEASURES)[number];

/** Draws by number, the first and the one after the last. 0 is the central case. */
export interface DrawRange {
  readonly from: number;
  readonly to: number;
}

/** Headline measures of an organisation, or of a sum of organisations, in each draw of a range. */
export interface ProjectionDraws {
  /** Month ends as `YYYY-MM`. */
  readonly months: readonly string[];
  /** Codes of the staff groups, and `all-staff` last: their sum. */
  readonly staffGroups: readonly string[];
  readonly range: DrawRange;
  /** One series for each staff group and headline measure: see `seriesOf`. */
  readonly table: DrawTable;
}

/** Position of a measure of a staff group in the table. @throws RangeError if the group is not in it. */
export function seriesOf(
  { staffGroups }: Pick<ProjectionDraws, 'staffGroups'>,
  staffGroup: string,
  measure: HeadlineMeasure,
): number {
  const group = staffGroups.indexOf(staffGroup);
  if (group < 0)
    throw new RangeError(`there are no draws of ${staffGroup}, only of ${staffGroups.join(', ')}`);
  return group * HEADLINE_MEASURES.length + HEADLINE_MEASURES.indexOf(measure);
}

/** Staff groups with their sum. */
export function withTotal(codes: readonly string[]): readonly string[] {
  return [...codes, ALL_STAFF];
}
