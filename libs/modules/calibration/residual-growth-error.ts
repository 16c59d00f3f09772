import { pow } from '#engine';

import type { FactStatus } from '../registry/parameter-definition';

/** How far the stock of a staff group strays from what its assumptions explain, for groups of one size. */
export interface ResidualClass {
  /** Opening FTE of the group: from this up to, but not including, that. Null is without end. */
  readonly sizeClass: { readonly fromFte: number; readonly belowFte: number | null };
  /**
   * Standard deviation of the logarithm of FTE after 12 months: the reach that holds 80 % of outcomes over
   * 1.28, so that heavy tails do not widen it.
   */
  readonly deviationAt12Months: number;
  readonly exponent: number;
  /** Share of the variance that is common to the staff group in all organisations. */
  readonly nationalShare: number;
}

/**
 * How far the stock of a staff group of one organisation strays from what its assumptions explain, as a
 * standard deviation of the logarithm: `sigma(h) = deviationAt12Months (h / 12)^exponent` after `h` months.
 */
export interface ResidualGrowthError extends ResidualClass {
  readonly source: string;
  readonly status: FactStatus;
}

const SOURCE =
  'wholetime backtest --residuals: errors of the calibrated engine on the published history, organisations January 2023 to December 2025, England 2009 to 2024';

function estimated(
  [fromFte, belowFte]: readonly [number, number | null],
  deviationAt12Months: number,
  exponent: number,
  nationalShare: number,
): ResidualGrowthError {
  return {
    sizeClass: { fromFte, belowFte },
    deviationAt12Months,
    exponent,
    nationalShare,
    source: SOURCE,
    status: 'calibrated',
  };
}

/**
 * By size class, smallest first, without gaps; the last is whole staff groups of England. What the ranges of
 * the assumptions cover is taken off already.
 */
export const RESIDUAL_GROWTH_ERRORS: readonly ResidualGrowthError[] = [
  estimated([0, 25], 0.1841, 0.57, 0.03),
  estimated([25, 50], 0.1687, 0.66, 0.03),
  estimated([50, 100], 0.1295, 0.68, 0.06),
  estimated([100, 200], 0.1026, 0.77, 0.08),
  estimated([200, 500], 0.0662, 0.69, 0.18),
  estimated([500, 1000], 0.0456, 0.63, 0.31),
  estimated([1000, 2000], 0.0375, 0.63, 0.39),
  estimated([2000, 20_000], 0.0364, 0.69, 0.4),
  estimated([20_000, null], 0.0099, 0.96, 1),
];

/** The error of a group of that opening FTE. */
export function residualGrowthErrorOf(openingFte: number): ResidualGrowthError {
  return residualClassOf(RESIDUAL_GROWTH_ERRORS, openingFte);
}

/** The class of a group of that opening FTE, out of classes without gaps, smallest first. */
export function residualClassOf<Class extends ResidualClass>(
  classes: readonly Class[],
  openingFte: number,
): Class {
  const found = classes.findLast(({ sizeClass }) => openingFte >= sizeClass.fromFte);
  if (found === undefined) throw new RangeError(`no size class holds ${openingFte} FTE`);
  return found;
}

/** Standard deviation of the logarithm of FTE after some months. */
export function residualDeviation(
  { deviationAt12Months, exponent }: Pick<ResidualClass, 'deviationAt12Months' | 'exponent'>,
  months: number,
): number {
  return deviationAt12Months * pow(months / 12, exponent);
}
