import type { Timeline } from '../../compilation';

/** Years of months and month ends, as indexes into values by year. */
export interface DrawCalendar {
  readonly months: number;
  readonly years: number;
  /** Of each simulated month. */
  readonly yearOfMonth: Int32Array;
  /** Place in the financial year of each simulated month; 0 is April. */
  readonly placeInYear: Int32Array;
}

/** The calendar of a timeline. */
export function drawCalendar(timeline: Timeline, years: number): DrawCalendar {
  return {
    months: timeline.months,
    years,
    yearOfMonth: Int32Array.from(timeline.yearOfMonth),
    placeInYear: Int32Array.from(timeline.placeInYear),
  };
}
