import type { DatedValue } from '#policy';

import { monthText } from '../compilation';

/** Day of the month on which levy funds enter the account (apprenticeship service help, expired funds). */
const CREDIT_DAY = '23';
const FIRST_DAY = '01';
const MONTHS_A_YEAR = 12;
/** April, counted from 0. */
const APRIL = 3;

/** Value in force on a date; before the first date, the first value. `YYYY-MM-DD` dates sort as text. */
function inForce(values: readonly DatedValue[], date: string): number {
  return (values.findLast(({ from }) => from <= date) ?? values[0])?.value ?? 0;
}

/** Value in force on the first day of a month. */
export function ruleOfMonth(values: readonly DatedValue[], month: number): number {
  return inForce(values, `${monthText(month)}-${FIRST_DAY}`);
}

/** Value in force on the day on which funds enter in a month. */
export function ruleOfCredit(values: readonly DatedValue[], month: number): number {
  return inForce(values, `${monthText(month)}-${CREDIT_DAY}`);
}

/** First calendar year of the financial year of a month. */
export function financialYearOf(month: number): number {
  return Math.floor((month - APRIL) / MONTHS_A_YEAR);
}
