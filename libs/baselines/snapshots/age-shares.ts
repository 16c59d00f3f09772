import type { AgeBandInput } from '#modules/projection';
import { ESR_AGE_BANDS } from '../esr/reading/esr-values';

/** One class without width: published local data lack age. */
const ALL_AGES: AgeBandInput = { code: 'all-ages', widthYears: null };

/** People of one age band; null where the age is not known or not split. */
export interface AgedPeople {
  readonly ageBand: string | null;
  readonly people: number;
}

/** The age bands of a baseline: those of the ESR where any cell has one. */
export function ageBandsOf(cells: readonly Pick<AgedPeople, 'ageBand'>[]): readonly AgeBandInput[] {
  return cells.some(({ ageBand }) => ageBand !== null) ? ESR_AGE_BANDS : [ALL_AGES];
}

/**
 * Shares of people by age band, which sum to 1. People whose age is not known are spread as the others; a
 * group without any known age as the whole organisation.
 */
export function ageSharesOf(
  ageBands: readonly AgeBandInput[],
  group: readonly AgedPeople[],
  organisation: readonly AgedPeople[],
): readonly number[] {
  if (ageBands.length === 1) return [1];
  const known = group.filter(({ ageBand, people }) => ageBand !== null && people > 0);
  const base = known.length > 0 ? known : organisation.filter(({ ageBand }) => ageBand !== null);
  const total = base.reduce((sum, { people }) => sum + people, 0);
  return ageBands.map(
    ({ code }) =>
      base.reduce((sum, { ageBand, people }) => (ageBand === code ? sum + people : sum), 0) / total,
  );
}
