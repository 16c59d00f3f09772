const FULL_TIME_HOURS_A_WEEK = 37.5;
const DAYS_A_WEEK = 7;

/**
 * FTE of bank or agency hours worked in a month: `hours / 37.5 x 7 / days in the month`.
 *
 * @param hours worked hours of the month, 0 or more
 * @param daysInMonth 28 to 31
 * @throws RangeError for negative hours or a month of no days.
 * Source: projection model, section 4; 37.5 hours are a full-time week of Agenda for Change.
 */
export function fteOfHours(hours: number, daysInMonth: number): number {
  if (!(hours >= 0) || !(daysInMonth > 0)) {
    throw new RangeError(`${hours} hours in ${daysInMonth} days are no month's work`);
  }
  return ((hours / FULL_TIME_HOURS_A_WEEK) * DAYS_A_WEEK) / daysInMonth;
}
