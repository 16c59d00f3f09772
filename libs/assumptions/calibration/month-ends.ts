/** Last day of the month that lies some months before (negative) or after the month of a day; `YYYY-MM-DD`. */
export function monthEnd(day: string, monthsAway = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + monthsAway, 0)).toISOString().slice(0, 10);
}

/** Consecutive month ends, oldest first, the last being the month of the given day. */
export function monthEndsUpTo(day: string, months: number): readonly string[] {
  return Array.from({ length: months }, (_, index) => monthEnd(day, index + 1 - months));
}

/** Months from the month of a day to the start of a financial year, at 31 March; never negative. */
export function monthsToYearStart(day: string, financialYear: number): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Math.max(0, (financialYear - year) * 12 + 3 - month);
}
