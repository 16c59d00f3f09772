/** People of a part of the workforce by one protected characteristic; unknown is a class of its own. */
export interface ClassCounts {
  /** With the characteristic: BME, or disabled. */
  readonly characteristic: number;
  /** Known to be without it: white, or not disabled. */
  readonly reference: number;
  readonly unknown: number;
}

/** Shares by class; null where there is nobody to have a share of. */
export interface ClassShares {
  /** Of everybody, unknown included: the basis of the returns. */
  readonly ofAll: number | null;
  /** Of those known. */
  readonly ofKnown: number | null;
  /** Share of everybody of whom it is not known. */
  readonly unknown: number | null;
}

/** Which likelihood is divided by which. */
export type Direction = 'reference-over-characteristic' | 'characteristic-over-reference';

/** Shares on both bases, of which the first is the returns'. */
export function classShares({ characteristic, reference, unknown }: ClassCounts): ClassShares {
  const known = characteristic + reference;
  return {
    ofAll: ratio(characteristic, known + unknown),
    ofKnown: ratio(characteristic, known),
    unknown: ratio(unknown, known + unknown),
  };
}

/**
 * Relative likelihood of an event: the rate of events of one class over that of the other, in the
 * published direction. Unknown is in neither class. Null where a class has no people, or the lower rate is
 * nil. Source: NHS Workforce Race Equality Standard, indicators 2 to 4; Disability, metrics 2 and 3.
 *
 * @param events people of each class to whom it happened
 * @param people people of each class to whom it could have happened
 */
export function likelihoodRatio(
  events: ClassCounts,
  people: ClassCounts,
  direction: Direction,
): number | null {
  const characteristic = ratio(events.characteristic, people.characteristic);
  const reference = ratio(events.reference, people.reference);
  if (characteristic === null || reference === null) return null;
  return direction === 'reference-over-characteristic'
    ? ratio(reference, characteristic)
    : ratio(characteristic, reference);
}

/**
 * Difference between the share on the board and in the workforce, both of everybody, unknown included;
 * positive where the board has the higher share. Source: WRES indicator 9, WDES metric 10.
 */
export function boardDifference(board: ClassCounts, workforce: ClassCounts): number | null {
  const onBoard = classShares(board).ofAll;
  const inWorkforce = classShares(workforce).ofAll;
  return onBoard === null || inWorkforce === null ? null : onBoard - inWorkforce;
}

/**
 * Disparity ratio of progression from a lower tier of bands to an upper one: `(white_upper /
 * white_lower) / (BME_upper / BME_lower)`. 1 is parity, above 1 white staff are the more likely to be in
 * the upper tier. Unknown is in neither class. Null where a class is missing from a tier it is divided by.
 * Source: NHS England race disparity ratio (from memory, unverified: see the policy facts).
 */
export function disparityRatio(lower: ClassCounts, upper: ClassCounts): number | null {
  const reference = ratio(upper.reference, lower.reference);
  const characteristic = ratio(upper.characteristic, lower.characteristic);
  return reference === null || characteristic === null ? null : ratio(reference, characteristic);
}

/** Null where there is nothing to divide by. */
function ratio(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}
