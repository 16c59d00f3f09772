import type { JoinerSource } from '#engine';

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
 * Sickness of each month over the mean of its year, all staff: NHS sickness absence benchmarking,
 * January 2023 to December 2025.
 */
const SICKNESS_BY_MONTH: Season = [
  0.916, 0.905, 0.933, 0.977, 0.96, 0.99, 1.071, 1.073, 1.125, 1.082, 1.006, 0.956,
];

const SICKNESS_MEAN = SICKNESS_BY_MONTH.reduce((sum, factor) => sum + factor, 0) / 12;

/** Factors on the year's sickness rate, mean 1. */
export const SICKNESS_SEASON: Season = SICKNESS_BY_MONTH.map((factor) => factor / SICKNESS_MEAN);

/** Shares of a year's planned joiners by month; each sums to 1, so that year totals do not change. */
export function joinerSeason(source: JoinerSource): Season {
  return source === 'newly-qualified' ? NEWLY_QUALIFIED_SEASON : EVEN_SEASON;
}
