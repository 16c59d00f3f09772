import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { isStock } from '../series/year-end';
import type { GroupSeries } from '../series/series.codec';

/** Months that all members have values for. */
export interface MonthSpan {
  readonly firstMonth: number;
  readonly months: number;
}

/** The months that every member covers; empty (0 months) where there is none. */
export function commonSpan(members: readonly MonthSpan[]): MonthSpan {
  const firstMonth = Math.max(...members.map((member) => member.firstMonth));
  const end = Math.min(...members.map((member) => member.firstMonth + member.months));
  return { firstMonth, months: Math.max(0, end - firstMonth) };
}

/**
 * Sums the members of one staff group month by month, in the order given: another order would differ in
 * the last bit. Flows of the first month are 0, as in every series. Cells are not summed: members may
 * hold them at other months.
 *
 * @param members at least one series
 * @param span the months of the sum
 */
export function sumSeries(members: readonly GroupSeries[], span: MonthSpan): GroupSeries {
  const sums = MONTHLY_MEASURES.map((measure) => [measure, sumMeasure(members, measure, span)] as const);
  return { ...span, series: Object.fromEntries(sums) as Record<MonthlyMeasure, Float64Array>, cells: [] };
}

function sumMeasure(members: readonly GroupSeries[], measure: MonthlyMeasure, span: MonthSpan): Float64Array {
  const sum = new Float64Array(span.months);
  for (const member of members) {
    const offset = span.firstMonth - member.firstMonth;
    const values = member.series[measure];
    for (let month = 0; month < span.months; month += 1) {
      sum[month] = at(sum, month) + at(values, month + offset);
    }
  }
  if (!isStock(measure) && span.months > 0) {
    sum[0] = 0;
  }
  return sum;
}

/** @throws RangeError outside the series */
export function at(values: Float64Array, index: number): number {
  const value = values[index];
  if (value === undefined) {
    throw new RangeError(`The series has no month ${index}.`);
  }
  return value;
}
