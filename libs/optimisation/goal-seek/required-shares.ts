import { requiredShareOnProjection, type RequiredShareOnProjection } from '#modules/representation';
import { compileProjection, type ProjectionInput } from '#modules/projection';
import { marchOf } from '../model/quantity';

/** Which share is to be reached on each band of a staff group, and by when. */
export interface BandShareQuestion {
  readonly staffGroup: string;
  readonly target: number;
  readonly basis: 'all' | 'known';
  /** First calendar year of the financial year at whose 31 March it is to be reached. */
  readonly year: number;
  /** First calendar year from whose April appointments may differ. */
  readonly fromYear: number;
}

/** The share of appointments that a band needs, with the shares that bound it. */
export interface BandShare extends RequiredShareOnProjection {
  readonly band: string;
  /** People on the band at the baseline. */
  readonly people: number;
}

/**
 * Share of the appointments to each band of a staff group who must have the protected characteristic for the band
 * to reach its target: see `requiredShareOnProjection`. Bands without people are left out.
 *
 * @throws RangeError if the projection carries no protected characteristic, lacks the group or does not reach the year
 */
export function requiredSharesByBand(
  input: ProjectionInput,
  { staffGroup, year, fromYear, ...question }: BandShareQuestion,
): readonly BandShare[] {
  const group = input.staffGroups.find(({ code }) => code === staffGroup);
  if (group === undefined) throw new RangeError(`${input.organisation.name} has no ${staffGroup}`);
  const compiled = compileProjection(input);
  const { monthEnds } = compiled.context.timeline;
  return input.bands.flatMap((band, place) => {
    const people = group.headcount * (group.bandShares[place] ?? 0);
    if (people <= 0) return [];
    const share = requiredShareOnProjection(compiled, {
      ...question,
      isMember: ({ code }, each) => code === staffGroup && each === band,
      month: marchOf(monthEnds, year),
      fromMonth: Math.max(0, marchOf(monthEnds, fromYear) - 12),
    });
    return [{ band, people, ...share }];
  });
}
