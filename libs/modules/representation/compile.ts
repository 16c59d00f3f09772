import { fit, type JoinerSource } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import { entryBand } from '../skill-mix/ladder';

/** Sources whose people start on the registration band. */
const ENTRY_SOURCES: ReadonlySet<JoinerSource> = new Set([
  'newly-qualified',
  'international',
  'return-to-practice',
]);
const FIT = { tolerance: 1e-12, maximumIterations: 200 };

/** Distributions of joiners over cells, one per year, and the one in force in each month. */
export interface JoinerProfiles {
  readonly profiles: readonly (readonly number[])[];
  readonly profileOfMonth: readonly number[];
}

/**
 * Profiles of a group's joiners for every source: bands as the group's own (or the registration band
 * for newly registered people), ages as the group's own, ethnicity so that the BME share of those of
 * known ethnicity is the year's assumption while the unknown share stays. Bands keep the relative
 * difference in ethnicity that the group has today (the fit keeps its odds ratios). An empty group uses
 * its marginal shares.
 */
export function compileJoinerProfiles(
  start: StartGroup,
  context: CompileContext,
): (source: JoinerSource) => JoinerProfiles {
  const bmeShares = context.assumptions.yearly('representation.bme-share-of-joiners', start.group.code);
  const profileOfMonth = context.timeline.yearOfMonth;
  const ethnicities = bmeShares.map((share) => ethnicityOfJoiners(start, context, share));
  const profilesOf = (bands: readonly number[]): readonly (readonly number[])[] => {
    const known = new Map<number, readonly number[]>();
    return bmeShares.map((share, year) => {
      const profile = known.get(share) ?? fitProfile(start, context, bands, ethnicities[year] ?? []);
      known.set(share, profile);
      return profile;
    });
  };
  const asInPost = { profiles: profilesOf(start.bandShares), profileOfMonth };
  const entryIndex = entryBand(context.input.bands, start);
  const atEntry =
    start.group.registered && !start.group.medical
      ? {
          profiles: profilesOf(start.bandShares.map((_, band) => Number(band === entryIndex))),
          profileOfMonth,
        }
      : asInPost;
  return (source) => (ENTRY_SOURCES.has(source) ? atEntry : asInPost);
}

/** The group's ethnicity with the BME share of the known part set; as it is where the axis has other classes. */
function ethnicityOfJoiners(
  start: StartGroup,
  { input }: CompileContext,
  bmeShare: number,
): readonly number[] {
  const own = start.group.ethnicityShares;
  const bme = input.ethnicities.indexOf('bme');
  const white = input.ethnicities.indexOf('white');
  if (bme < 0 || white < 0) return own;
  const known = (own[bme] ?? 0) + (own[white] ?? 0);
  return own.map((share, index) => {
    if (index === bme) return known * bmeShare;
    return index === white ? known * (1 - bmeShare) : share;
  });
}

function fitProfile(
  start: StartGroup,
  { input }: CompileContext,
  bands: readonly number[],
  ethnicities: readonly number[],
): readonly number[] {
  const margins = [bands, start.group.ageShares, ethnicities].map(normalised);
  const independent = outerProduct(margins);
  const { cells } = fit({ seed: seedOf(start, independent, input.ethnicities.length), margins }, FIT);
  return normalised([...cells]);
}

/** People in post, with an even hand where a class of the joiners is not in post yet. */
function seedOf(start: StartGroup, independent: readonly number[], ethnicities: number): readonly number[] {
  if (start.totalHeadcount === 0) return independent;
  const isClassInPost = Array.from({ length: ethnicities }, (_, ethnicity) =>
    start.headcount.some((people, cell) => cell % ethnicities === ethnicity && people > 0),
  );
  return start.headcount.map((people, cell) =>
    isClassInPost[cell % ethnicities] === true ? people : (independent[cell] ?? 0) * start.totalHeadcount,
  );
}

function outerProduct(margins: readonly (readonly number[])[]): readonly number[] {
  return margins.reduce<readonly number[]>(
    (product, margin) => product.flatMap((left) => margin.map((right) => left * right)),
    [1],
  );
}

function normalised(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
