/** One staff member's working year. */
export interface WorkingYear {
  readonly weeks: number;
  readonly daysAWeek: number;
  /** Days of leave, public holidays, sickness and training a year. */
  readonly daysAbsent: number;
  readonly hoursADay: number;
}

/** Activity-driven work of one kind. */
export interface Workload {
  /** Units of activity a year (visits, episodes, contacts). */
  readonly units: number;
  readonly hoursPerUnit: number;
  /** Share of working time that goes to everything but this activity (meetings, records, supervision), below 1. */
  readonly allowance: number;
}

/** Working hours of one full-time staff member in a year: `(weeks x days - absence) x hours`. */
export function availableWorkingTime({ weeks, daysAWeek, daysAbsent, hoursADay }: WorkingYear): number {
  return (weeks * daysAWeek - daysAbsent) * hoursADay;
}

/**
 * FTE that a workload needs: `workload / available working time / (1 - allowance)`.
 *
 * @throws RangeError if there is no working time left to do the work in.
 * Source: WHO, Workload Indicators of Staffing Need (WISN).
 */
export function requiredByWorkload(workload: Workload, year: WorkingYear): number {
  const hours = availableWorkingTime(year);
  if (hours <= 0 || workload.allowance >= 1 || workload.allowance < 0) {
    throw new RangeError(`no working time: ${hours} hours a year, allowance ${workload.allowance}`);
  }
  return (workload.units * workload.hoursPerUnit) / hours / (1 - workload.allowance);
}
