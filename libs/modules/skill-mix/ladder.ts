import type { StartGroup } from '../compilation';

/** Agenda for Change bands, the ladder of promotion. */
const LADDER = /^band-([1-9])[a-d]?$/;
/** Bands from which support staff qualify. */
const SUPPORT_BANDS = ['band-2', 'band-3', 'band-4'];
/** Where newly registered staff start. */
const REGISTRATION_BAND = 'band-5';

/**
 * The next band above that the group has people in, for each band that it has people in; null at the
 * top and off the ladder. An empty group has no ladder.
 */
export function nextBands(bands: readonly string[], { bandShares }: StartGroup): readonly (number | null)[] {
  const rungs = bands.flatMap((band, index) =>
    LADDER.test(band) && (bandShares[index] ?? 0) > 0 ? [index] : [],
  );
  return bands.map((_, index) => {
    const place = rungs.indexOf(index);
    return place < 0 ? null : (rungs[place + 1] ?? null);
  });
}

/** The band in which newly registered staff of the group start: band 5 where it is used, else the lowest in use. */
export function entryBand(bands: readonly string[], { bandShares }: StartGroup): number {
  const registration = bands.indexOf(REGISTRATION_BAND);
  if (registration >= 0 && (bandShares[registration] ?? 0) > 0) return registration;
  return Math.max(
    0,
    bandShares.findIndex((share) => share > 0),
  );
}

/** Shares of a support group's qualifying staff by band: its people in bands 2 to 4, else in any band. */
export function supportBandShares(bands: readonly string[], { bandShares }: StartGroup): readonly number[] {
  const eligible = bands.map((band, index) => (SUPPORT_BANDS.includes(band) ? (bandShares[index] ?? 0) : 0));
  const sum = eligible.reduce((total, share) => total + share, 0);
  return sum > 0 ? eligible.map((share) => share / sum) : bandShares;
}
