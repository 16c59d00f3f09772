const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `10:42` for a moment of today, `21 November 2026 at 10:42` otherwise. */
export function formatMoment(moment: string, now: Date = new Date()): string {
  const at = new Date(moment);
  return DAY.format(at) === DAY.format(now) ? TIME.format(at) : DAY_AND_TIME.format(at);
}

/** `21 November 2026 at 10:42`. */
export function formatDayAndTime(moment: Date): string {
  return DAY_AND_TIME.format(moment);
}

/** `21 November 2026`. */
export function formatDay(moment: string): string {
  return DAY.format(new Date(moment));
}

/** `March 2026` for `2026-03`. */
export function formatMonth(month: string): string {
  return MONTH.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));
}

export { financialYearLabel as financialYear } from '#modules/report-layout';

/** The day at which a financial year's stock figures stand: `31 March 2027` for 2026. */
export function yearEnd(year: number): string {
  return `31 March ${year + 1}`;
}
