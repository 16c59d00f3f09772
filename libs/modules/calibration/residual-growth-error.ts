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
  'Interim judgement: no change misses FTE a year ahead by about 4 to 5 % on trust and staff group (December 2023 to 2024), small groups by more';

function judged(fromFte: number, belowFte: number | null, deviationAt12Months: number): ResidualGrowthError {
  return {
    sizeClass: { fromFte, belowFte },
    deviationAt12Months,
    exponent: 0.7,
    nationalShare: 0.15,
    source: SOURCE,
    status: 'judgement',
  };
}

/** By size class, smallest first, without gaps. */
export const RESIDUAL_GROWTH_ERRORS: readonly ResidualGrowthError[] = [
  judged(0, 20, 0.15),
  judged(20, 100, 0.08),
  judged(100, 500, 0.05),
  judged(500, null, 0.035),
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
