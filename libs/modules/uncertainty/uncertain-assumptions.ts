import { sharedScore, Substream, valueAtScore, type UncertaintyFamily, type ValueAtScore } from '#engine';

import { ALL_STAFF } from '../compilation';
import type { ProjectionInput, ResolvedAssumptions, ResolvedValue } from '../projection/projection-input';
import { PARAMETERS, uncertaintyOf, type ParameterDefinition } from '../registry';
import { nationalScores } from './national-scores';

/** An assumption of one staff group that has a low or a high in some year. */
export interface UncertainAssumption {
  readonly parameter: ParameterDefinition;
  /** Code of the staff group, or `all-staff`. */
  readonly staffGroup: string;
  /** Low, value and high by year; a side without an entry has the value. */
  readonly range: YearlyRange;
  /** Value by year at a standard score: one score serves all years. */
  valuesAt(score: number): readonly number[];
  /** Writes these values into an array, from a place on. */
  writeValues(score: number, target: Float64Array, place: number): void;
  /** The score of a draw: part of it is common to all organisations. */
  scoreOf(draw: number): number;
}

export interface YearlyRange {
  readonly low: readonly number[];
  readonly values: readonly number[];
  readonly high: readonly number[];
}

/**
 * The assumptions of an input that draws vary: those with a low or a high. An assumption that moves
 * nothing but representation changes no headline measure and is left as it is.
 */
export function uncertainAssumptions(input: ProjectionInput): readonly UncertainAssumption[] {
  const codes = input.staffGroups.map(({ code }) => code);
  return PARAMETERS.filter(movesHeadlines).flatMap((parameter) =>
    Object.entries(input.assumptions[parameter.key] ?? {})
      .filter(([staffGroup, resolved]) => isInUse(staffGroup, codes) && isUncertain(resolved))
      .map(([staffGroup, resolved]) => uncertainAssumption(input, parameter, staffGroup, resolved)),
  );
}

/** The assumptions with some replaced: parameter key and staff group -> values by year. */
export function withValues(
  assumptions: ResolvedAssumptions,
  replaced: readonly (Pick<UncertainAssumption, 'parameter' | 'staffGroup'> & {
    readonly values: readonly number[];
  })[],
): ResolvedAssumptions {
  const changed: Record<string, Record<string, ResolvedValue>> = {};
  for (const { parameter, staffGroup, values } of replaced) {
    const byGroup = (changed[parameter.key] ??= { ...assumptions[parameter.key] });
    byGroup[staffGroup] = { values };
  }
  return { ...assumptions, ...changed };
}

function movesHeadlines({ feeds, unit }: ParameterDefinition): boolean {
  return unit !== 'choice' && feeds.some((module) => module !== 'representation');
}

function isInUse(staffGroup: string, codes: readonly string[]): boolean {
  return staffGroup === ALL_STAFF || codes.includes(staffGroup);
}

function isUncertain({ values, low, high }: ResolvedValue): boolean {
  return values.some((value, year) => (low?.[year] ?? value) < value || (high?.[year] ?? value) > value);
}

function uncertainAssumption(
  { seed, organisation }: ProjectionInput,
  parameter: ParameterDefinition,
  staffGroup: string,
  resolved: ResolvedValue,
): UncertainAssumption {
  const { family, nationalShare } = uncertaintyOf(parameter);
  const range = rangeOf(resolved);
  const years = distributionsByYear(range, family, parameter);
  const name = `assumption ${parameter.key} ${staffGroup}`;
  const national = nationalScores(seed, name);
  const own = new Substream(seed, `${name} of ${organisation.code}`);
  return {
    parameter,
    staffGroup,
    range,
    valuesAt: (score) => valuesAt(years, score),
    writeValues: (score, target, place) => writeValues(years, score, target, place),
    scoreOf: (draw) => sharedScore(nationalShare, national(draw), own.normal(draw)),
  };
}

function rangeOf({ values, low, high }: ResolvedValue): YearlyRange {
  return {
    low: values.map((value, year) => Math.min(value, low?.[year] ?? value)),
    values,
    high: values.map((value, year) => Math.max(value, high?.[year] ?? value)),
  };
}

/** One distribution a year; years with the same figures share one. */
function distributionsByYear(
  { low, values, high }: YearlyRange,
  family: UncertaintyFamily,
  { minimum, maximum }: ParameterDefinition,
): readonly ValueAtScore[] {
  const known = new Map<string, ValueAtScore>();
  return values.map((value, year) => {
    const ends = { low: low[year] ?? value, value, high: high[year] ?? value };
    const figures = `${ends.low} ${value} ${ends.high}`;
    const distribution = known.get(figures) ?? valueAtScore({ family, ...ends, minimum, maximum });
    known.set(figures, distribution);
    return distribution;
  });
}

/** Values of all years at a score. */
function valuesAt(years: readonly ValueAtScore[], score: number): readonly number[] {
  const values = new Float64Array(years.length);
  writeValues(years, score, values, 0);
  return [...values];
}

/** Neighbouring years with one distribution are worked out once. */
function writeValues(
  years: readonly ValueAtScore[],
  score: number,
  target: Float64Array,
  place: number,
): void {
  let last: ValueAtScore | undefined;
  let value = 0;
  for (let year = 0; year < years.length; year += 1) {
    const distribution = years[year];
    if (distribution !== undefined && distribution !== last) value = distribution(score);
    last = distribution;
    target[place + year] = value;
  }
}
