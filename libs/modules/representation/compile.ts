import { fit, type JoinerSource } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { entryBand } from '../skill-mix/ladder';
import { appointmentShares, withShareOnBands, type ProfileLayout } from './appointment-shares';
import { clusterOf } from './membership';
import { protectedAxis } from './protected-axis';

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
 * difference in ethnicity that the group has today (the fit keeps its odds ratios). Where leadership
 * joiners have a share of their own, it replaces what the fit gives on the bands of leadership. An empty
 * group uses its marginal shares.
 */
export function compileJoinerProfiles(
  start: StartGroup,
  context: CompileContext,
): (source: JoinerSource) => JoinerProfiles {
  const shares = appointmentShares(start, context);
  const profileOfMonth = context.timeline.yearOfMonth;
  const ethnicities = shares.all.map((share) => ethnicityOfJoiners(start, context, share));
  const fitted = (
    bands: readonly number[],
    ethnicity: readonly number[],
    leadership: number | null,
  ): readonly number[] =>
    withLeadershipShare(fitProfile(start, context, bands, ethnicity), leadership, start, context);
  const profilesOf = (bands: readonly number[]): readonly (readonly number[])[] => {
    const known = new Map<string, readonly number[]>();
    return shares.all.map((share, year) => {
      const leadership = shares.leadership[year] ?? null;
      const key = `${share} ${leadership ?? ''}`;
      const profile = known.get(key) ?? fitted(bands, ethnicities[year] ?? [], leadership);
      known.set(key, profile);
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

/** The profile with a share of their own for joiners on the bands of leadership; null leaves it as it is. */
function withLeadershipShare(
  profile: readonly number[],
  share: number | null,
  { group }: StartGroup,
  { input }: CompileContext,
): readonly number[] {
  const layout = profileLayout(input);
  const leadership = clusterOf('leadership', input.policy.representation)?.bands ?? [];
  if (share === null || layout === null || group.medical) return profile;
  return withShareOnBands(profile, share, (band) => leadership.includes(input.bands[band] ?? ''), layout);
}

/** Layout of the joiner profiles of an input; null where its axis has not both known classes. */
export function profileLayout({
  ageBands,
  ethnicities,
}: Pick<ProjectionInput, 'ageBands' | 'ethnicities'>): ProfileLayout | null {
  const axis = protectedAxis(ethnicities);
  if (axis === null) return null;
  return {
    ages: ageBands.length,
    classes: ethnicities.length,
    characteristic: ethnicities.indexOf(axis.characteristic),
    reference: ethnicities.indexOf(axis.reference),
  };
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
  const { cells } = fit({ seed: seedOf(start, margins, input.ethnicities.length), margins }, FIT);
  return normalised(cells);
}

/** People in post, with an even hand where a class of the joiners is not in post yet. */
function seedOf(
  start: StartGroup,
  margins: readonly (readonly number[])[],
  ethnicities: number,
): readonly number[] {
  if (start.totalHeadcount === 0) return outerProduct(margins);
  const isClassInPost = Array.from({ length: ethnicities }, (_, ethnicity) =>
    start.headcount.some((people, cell) => cell % ethnicities === ethnicity && people > 0),
  );
  if (isClassInPost.every((isInPost) => isInPost)) return start.headcount;
  const independent = outerProduct(margins);
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

function normalised(shares: ArrayLike<number>): readonly number[] {
  let sum = 0;
  for (let place = 0; place < shares.length; place += 1) sum += shares[place] ?? 0;
  const parts = new Array<number>(shares.length);
  for (let place = 0; place < parts.length; place += 1) parts[place] = (shares[place] ?? 0) / sum;
  return parts;
}
