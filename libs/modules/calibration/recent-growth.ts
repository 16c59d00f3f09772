import { exp, log, pow } from '#engine';

import { monthNumber } from '../compilation/timeline';

/** FTE of consecutive months, oldest first; null where a figure is withheld or missing. */
export interface MonthlyFte {
  /** The month of the last figure, `YYYY-MM`. */
  readonly lastMonth: string;
  readonly fte: readonly (number | null)[];
}

/** Logarithmic change into each month but the first, with the calendar month (0 is January) of each. */
export interface MonthlyChanges {
  readonly lastMonth: string;
  /** Null where a stock is unknown or the change is a reorganisation, not growth. */
  readonly changes: readonly (number | null)[];
}

/** Twelve deviations of the month's change from the mean month, January first. */
export type ChangeSeason = readonly number[];

export const NO_SEASON: ChangeSeason = new Array<number>(12).fill(0);

/** Weight of a month's change halves with every so many months of age. Chosen by rolling origins. */
export const GROWTH_HALF_LIFE_MONTHS = 6;
/** Older months say nothing of recent growth. */
const LONGEST_MEMORY_MONTHS = 60;
const FEWEST_CHANGES = 6;
const SEASON_YEARS = 5;
const FEWEST_SEASON_YEARS = 2;
/** A change of one month beyond this share is a merger or transfer, not growth. */
const REORGANISATION = 0.1;
/** Groups below this FTE move by more than that by chance alone. */
const REORGANISATION_FTE = 50;

/** Changes of the logarithm of a stock from month to month; jumps of reorganisations count as unknown. */
export function monthlyChanges({ fte, lastMonth }: MonthlyFte): MonthlyChanges {
  const changes = fte.slice(1).map((now, index) => {
    const before = fte[index] ?? null;
    if (now === null || before === null || now <= 0 || before <= 0) return null;
    const change = log(now / before);
    return isReorganisation(change, before) ? null : change;
  });
  return { lastMonth, changes };
}

/** Whether a month's logarithmic change is too large for people coming and going in a group of that FTE. */
export function isReorganisation(change: number, fte: number): boolean {
  return Math.abs(change) > REORGANISATION && fte >= REORGANISATION_FTE;
}

/**
 * The season of a stock: the median change of each calendar month over the last five years less the mean of
 * these medians, so that twelve months sum to 0. None with less than two years.
 */
export function changeSeason(history: MonthlyChanges): ChangeSeason {
  const byMonth = Array.from({ length: 12 }, (): number[] => []);
  latest(history, 12 * SEASON_YEARS).forEach(({ change, calendarMonth }) => {
    byMonth[calendarMonth]?.push(change);
  });
  if (byMonth.some((changes) => changes.length < FEWEST_SEASON_YEARS)) return NO_SEASON;
  const medians = byMonth.map(median);
  const mean = medians.reduce((sum, value) => sum + value, 0) / 12;
  return medians.map((value) => value - mean);
}

/**
 * Annual growth from changes without their season, `exp(12 sum w_i (d_i - s_i) / sum w_i) - 1` with
 * `w_i = 0.5^(age / 6 months)`; null with fewer than six known changes.
 */
export function recentGrowth(history: MonthlyChanges, season: ChangeSeason): number | null {
  const known = latest(history, LONGEST_MEMORY_MONTHS);
  if (known.length < FEWEST_CHANGES) return null;
  let weights = 0;
  let weighted = 0;
  for (const { change, calendarMonth, age } of known) {
    const weight = pow(0.5, age / GROWTH_HALF_LIFE_MONTHS);
    weights += weight;
    weighted += weight * (change - (season[calendarMonth] ?? 0));
  }
  return exp((12 * weighted) / weights) - 1;
}

interface DatedChange {
  readonly change: number;
  readonly calendarMonth: number;
  /** Months before the last. */
  readonly age: number;
}

function latest({ changes, lastMonth }: MonthlyChanges, months: number): readonly DatedChange[] {
  const last = monthNumber(lastMonth);
  return changes.flatMap((change, index) => {
    const age = changes.length - 1 - index;
    return change === null || age >= months ? [] : [{ change, age, calendarMonth: (last - age) % 12 }];
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
