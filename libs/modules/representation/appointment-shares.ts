import type { CompileContext, StartGroup } from '../compilation';
import { appointmentShareFromShortlist } from './wres';

/** BME shares of a group's joiners of known ethnicity, by year. */
export interface AppointmentShares {
  readonly all: readonly number[];
  /** On the bands of leadership; null in years in which they follow the group. */
  readonly leadership: readonly (number | null)[];
}

/** The shares as entered, or as the shortlists imply them: `s / (s + RL (1 - s))`. */
export function appointmentShares({ group }: StartGroup, { assumptions }: CompileContext): AppointmentShares {
  const yearly = (name: string): readonly number[] =>
    assumptions.yearly(`representation.${name}`, group.code);
  const likelihoods = yearly('relative-likelihood-of-appointment');
  const shortlists = yearly('bme-share-of-shortlists');
  const isFromShortlists = yearly('joiner-share-entry');
  const isOwn = yearly('leadership-entry');
  return {
    all: yearly('bme-share-of-joiners').map((share, year) =>
      isFromShortlists[year] === 1
        ? appointmentShareFromShortlist(shortlists[year] ?? 0, likelihoods[year] ?? 1)
        : share,
    ),
    leadership: yearly('bme-share-of-leadership-joiners').map((share, year) =>
      isOwn[year] === 1 ? share : null,
    ),
  };
}

/** How the cells of a joiner profile are laid out, and where the two known classes are among them. */
export interface ProfileLayout {
  readonly ages: number;
  readonly classes: number;
  readonly characteristic: number;
  readonly reference: number;
}

/**
 * The profile with the share set among those known on the bands: band, age and the unknown stay as they
 * are, so that everything the profile leads to is linear in the share.
 */
export function withShareOnBands(
  profile: readonly number[],
  share: number,
  isOnBand: (band: number) => boolean,
  { ages, classes, characteristic, reference }: ProfileLayout,
): readonly number[] {
  return profile.map((people, cell) => {
    const place = cell % classes;
    if (place !== characteristic && place !== reference) return people;
    if (!isOnBand(Math.floor(cell / (ages * classes)))) return people;
    const first = cell - place;
    const known = (profile[first + characteristic] ?? 0) + (profile[first + reference] ?? 0);
    return known * (place === characteristic ? share : 1 - share);
  });
}
