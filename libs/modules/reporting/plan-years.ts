import type { ProjectionInput } from '../projection/projection-input';

/** A financial year of the plan, with where it begins and ends in the monthly series (stocks). */
export interface PlanYear {
  /** Calendar year in which it begins. */
  readonly year: number;
  /** Position of the stock from which it runs: 31 March, or the baseline month if that is later. */
  readonly from: number;
  /** Position of its 31 March. */
  readonly to: number;
}

/** The financial years of the round, oldest first, of series that begin with the baseline month. */
export function planYears(
  months: readonly string[],
  { calendar }: Pick<ProjectionInput, 'calendar'>,
): readonly PlanYear[] {
  return Array.from({ length: calendar.years }, (_, index) => calendar.firstYear + index).map((year) => ({
    year,
    from: Math.max(0, months.indexOf(`${year}-03`)),
    to: months.indexOf(`${year + 1}-03`),
  }));
}

/** Sum of a flow over the months of a year. */
export function flowOf(series: readonly number[], { from, to }: PlanYear): number {
  return series.slice(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
}

/** Mean of a level over the months of a year. */
export function meanOf(series: readonly number[], year: PlanYear): number {
  return flowOf(series, year) / (year.to - year.from);
}
