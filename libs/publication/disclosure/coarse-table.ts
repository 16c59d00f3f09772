/**
 * Band clusters of the default tables: four, and one for people whose grade is not national or not known. Bands 8a
 * and above and very senior managers are one cluster, because above 8b most organisations have so few people that a
 * cluster would be hidden everywhere; medical and dental staff have no band and are the fourth.
 */
export const BAND_CLUSTERS = [
  'bands-1-to-4',
  'bands-5-to-7',
  'bands-8a-and-above',
  'medical-and-dental',
  'not-on-a-national-grade',
] as const;
export type BandCluster = (typeof BAND_CLUSTERS)[number];

/** Ethnic classes of the default tables. Unknown, not stated and not held are one class of their own. */
export const ETHNIC_CLASSES = ['white', 'asian', 'black', 'mixed-and-other', 'unknown'] as const;

const LOWER = ['band-1', 'band-2', 'band-3', 'band-4'];
const MIDDLE = ['band-5', 'band-6', 'band-7'];
const UPPER = ['band-8a', 'band-8b', 'band-8c', 'band-8d', 'band-9', 'vsm'];

/** The cluster of a band or grade; grades of doctors and dentists are all that are known and not of Agenda for Change. */
export function bandClusterOf(band: string): BandCluster {
  if (LOWER.includes(band)) return 'bands-1-to-4';
  if (MIDDLE.includes(band)) return 'bands-5-to-7';
  if (band === 'unknown') return 'not-on-a-national-grade';
  return UPPER.includes(band) ? 'bands-8a-and-above' : 'medical-and-dental';
}

/** Adds up fine cells (bands x classes, row-major) to band clusters x classes, row-major. */
export function coarsenBands(
  bands: readonly string[],
  classes: readonly string[],
  values: readonly number[],
): readonly number[] {
  return BAND_CLUSTERS.flatMap((cluster) =>
    classes.map((_, column) =>
      bands.reduce(
        (sum, band, row) =>
          bandClusterOf(band) === cluster ? sum + (values[row * classes.length + column] ?? 0) : sum,
        0,
      ),
    ),
  );
}
