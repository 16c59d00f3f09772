import { expm1, log, log1p } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import type { AgeBandInput } from '../projection/projection-input';
import { RETIREMENT_PROFILE_KEYS } from './retirement-parameters';

/** First age at which people retire by age; classes of the profile are five years wide from here. */
const FIRST_AGE = 50;
const CLASS_WIDTH = 5;
/** Top of an open age band, for the mean of the profile over it. */
const LAST_AGE = 75;
/** Enough for the level to settle to the last digits; each round divides the gap by more than ten. */
const MOST_ROUNDS = 60;
const SETTLED = 1e-14;

/**
 * Chance of retiring in a year for each age band: the mean of the profile over its single ages. Null
 * where a band's first age is not known.
 *
 * @param profile chances of the classes 50-54, 55-59, 60-64, 65 and over
 */
export function profileByBand(
  ageBands: readonly AgeBandInput[],
  profile: readonly number[],
): readonly number[] | null {
  const bands: number[] = [];
  for (const { fromAge, widthYears } of ageBands) {
    if (fromAge === undefined) return null;
    const end = widthYears === null ? Math.max(LAST_AGE, fromAge + 1) : fromAge + widthYears;
    bands.push(meanOver(fromAge, end, profile));
  }
  return bands;
}

function meanOver(from: number, end: number, profile: readonly number[]): number {
  const ages = Array.from({ length: Math.max(1, Math.round(end - from)) }, (_, year) => from + year);
  const chances = ages.map((age) => {
    const position = Math.min(profile.length - 1, Math.floor((age - FIRST_AGE) / CLASS_WIDTH));
    return position < 0 ? 0 : (profile[position] ?? 0);
  });
  return chances.reduce((sum, chance) => sum + chance, 0) / ages.length;
}

/** Chances of retiring in a year by age band of a group; null where its rate serves every age. */
export function retirementBands(
  { group }: StartGroup,
  { assumptions, input }: Pick<CompileContext, 'assumptions' | 'input'>,
): readonly number[] | null {
  const isByAge = assumptions.atStart('retention.retirement-by-age', group.code) === 1;
  const profile = RETIREMENT_PROFILE_KEYS.map((key) => assumptions.atStart(key, group.code));
  return input.ageBands.length > 1 && isByAge ? profileByBand(input.ageBands, profile) : null;
}

/** The start of the projection, from which the level of retirement by age follows. */
export interface RetirementStart {
  /** Share of the group's people by age band. */
  readonly ageShares: readonly number[];
  /** Monthly probability of retirement of the group as a whole, and the product of all other stays. */
  readonly retiring: number;
  readonly otherStay: number;
}

/**
 * Factors on the group's hazard of retirement by age band. They are in the relation of the profile's
 * hazards, at the level at which as many retire in the first month as at the group's rate, other causes
 * competing. Null where nobody in post is of an age to retire: the group's rate then serves every age.
 */
export function retirementFactors(
  byBand: readonly number[],
  start: RetirementStart,
): readonly number[] | null {
  const hazards = byBand.map((chance) => -log1p(-chance));
  const shared = (values: readonly number[]): number =>
    values.reduce((sum, value, age) => sum + value * (start.ageShares[age] ?? 0), 0);
  const mean = shared(hazards);
  if (mean <= 0) return null;
  const hazard = -log1p(-start.retiring);
  const other = -log(start.otherStay);
  const target = retirements(hazard, other);
  let level = 1 / mean;
  if (target <= 0) return hazards.map((each) => each * level);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const atLevel = level;
    const found = shared(hazards.map((each) => retirements(each * atLevel * hazard, other)));
    level *= target / found;
    if (Math.abs(found / target - 1) < SETTLED) break;
  }
  return hazards.map((each) => each * level);
}

/** Share of those in post who retire in a month, with the other causes competing. */
function retirements(hazard: number, other: number): number {
  const all = hazard + other;
  return all > 0 ? (-expm1(-all) * hazard) / all : 0;
}
