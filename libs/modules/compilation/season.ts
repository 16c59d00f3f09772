import type { ProfiledFlow } from '../growth/monthly-profiles.register';

/** Twelve shares or factors, April to March. */
export type Season = readonly number[];

/** A twelfth of the year's total in every month. */
export const EVEN_SEASON: Season = Array.from({ length: 12 }, () => 1 / 12);

/**
 * Newly qualified staff start in September and October and again in the new year. Shares of the year's
 * total; derived from England's nurses 2014-2024, whose stock grows by 1.1 % in September and in
 * October, 0.3 % in November, 0.5 % in January and 0.2 % in February and March.
 */
export const NEWLY_QUALIFIED_SEASON: Season = [0, 0, 0, 0, 0, 0.35, 0.35, 0.1, 0, 0.08, 0.06, 0.06];

/**
 * How a year's flow falls on its months where no profile is entered; each sums to 1. The published series
 * by month are stocks, so that leavers and joiners cannot be told apart in them: only the newly qualified,
 * whose season is the larger part of the stock's, have a season of their own.
 */
export function nationalSeason(flow: ProfiledFlow): Season {
  return flow === 'newly-qualified' ? NEWLY_QUALIFIED_SEASON : EVEN_SEASON;
}
