import { exp, log, pow } from '#engine';

/**
 * Share of the group's own run against plan that is carried into the months that are left. Chosen on the year
 * 2023/24 of all organisations: docs/monitoring.md.
 */
export const SHARE_OF_RUN_CARRIED = 0.2;
/** A run over fewer months counts as if spread over so many: one month says little. */
export const FEWEST_MONTHS_OF_RUN = 6;

/** A line at the ends of months: planned from the opening to the end of the year, actual from the opening to now. */
export interface StockSoFar {
  /** Opening, then every month of the year. */
  readonly plan: readonly number[];
  /** Opening, then the closed months: at least one. */
  readonly actual: readonly number[];
}

/**
 * A stock in the months that are left: the last actual, along the plan's remaining shape, and a fifth of the
 * run of actual against plan since the opening. With `r = ln((A_m / P_m) / (A_0 / P_0)) / max(m, 6)`,
 * `F_h = A_m P_h / P_m exp(0.2 r (h - m))`. Where a figure is not above 0, `F_h = max(0, A_m + P_h - P_m)`.
 */
export function forecastStock({ plan, actual }: StockSoFar): readonly number[] {
  const month = actual.length - 1;
  const [planned, planOpening, now, opening] = [plan[month], plan[0], actual[month], actual[0]].map(
    (figure) => figure ?? 0,
  ) as [number, number, number, number];
  const left = plan.slice(month + 1);
  if (Math.min(planned, planOpening, now, opening) <= 0) {
    return left.map((later) => Math.max(0, now + later - planned));
  }
  const run = log(now / planned / (opening / planOpening)) / Math.max(month, FEWEST_MONTHS_OF_RUN);
  return left.map(
    (later, index) => ((now * later) / planned) * exp(SHARE_OF_RUN_CARRIED * run * (index + 1)),
  );
}

/** A stock at the end of the year if it goes on along the straight line from the opening to now. */
export function straightLineStock({ plan, actual }: StockSoFar): number {
  const month = actual.length - 1;
  const opening = actual[0] ?? 0;
  const now = actual[month] ?? 0;
  return month === 0 ? now : Math.max(0, opening + ((now - opening) * (plan.length - 1)) / month);
}

/** A line that is counted month by month: every month as planned, and the closed months. */
export interface FlowSoFar {
  readonly plan: readonly number[];
  readonly actual: readonly number[];
}

/**
 * A flow in the months that are left: the plan's remaining months times actual over plan to date. Where
 * nothing was planned to date, the mean of the actual months.
 */
export function forecastFlow({ plan, actual }: FlowSoFar): readonly number[] {
  const planned = totalOf(plan.slice(0, actual.length));
  const left = plan.slice(actual.length);
  if (planned <= 0) return left.map(() => meanOf(actual));
  const ratio = totalOf(actual) / planned;
  return left.map((later) => later * ratio);
}

/**
 * Share of the difference of a rate from plan, on a log scale, that is carried into the months that are left.
 * Chosen on the year 2024 of all organisations but those of the demo: docs/monitoring.md.
 */
export const SHARE_OF_RATE_CARRIED = 0.5;

/** A rate in the months that are left: the plan's remaining months times the root of actual over plan to date. */
export function forecastRate({ plan, actual }: FlowSoFar): readonly number[] {
  const planned = totalOf(plan.slice(0, actual.length));
  const left = plan.slice(actual.length);
  if (planned <= 0) return left.map(() => meanOf(actual));
  const ratio = totalOf(actual) / planned;
  return left.map((later) => later * (ratio > 0 ? pow(ratio, SHARE_OF_RATE_CARRIED) : 0));
}

/** A flow or rate in the months that are left if they are as the mean of the closed ones. */
export function straightLineFlow({ plan, actual }: FlowSoFar): readonly number[] {
  return plan.slice(actual.length).map(() => meanOf(actual));
}

export function totalOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

export function meanOf(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : totalOf(figures) / figures.length;
}
