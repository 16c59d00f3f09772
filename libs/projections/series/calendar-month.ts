/** Months as whole numbers (`year * 12 + month - 1`), so that they can be compared, counted and stored. */
export type MonthNumber = number;

/** @param month `YYYY-MM` */
export function monthNumber(month: string): MonthNumber {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (match === null) {
    throw new RangeError(`${month} is not a month in the form YYYY-MM.`);
  }
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** `YYYY-MM` */
export function monthText(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** March of the calendar year in which a financial year ends: 2026 (2026/27) ends in March 2027. */
export function lastMonthOf(financialYear: number): MonthNumber {
  return (financialYear + 1) * 12 + 2;
}

/** The financial year that a month belongs to, as its first calendar year. */
export function financialYearOf(month: MonthNumber): number {
  return Math.floor((month - 3) / 12);
}
