import { PARAMETERS } from '#modules/registry';
import type { ProjectionInput, ResolvedAssumptions } from '#modules/projection';
import { BASE } from './example-projection';

/** The published example with the range of every national default. */
export function uncertainProjection(draws: number): ProjectionInput {
  return { ...BASE, seed: '20261127', draws, assumptions: nationalRanges() };
}

/** The same, with chance in its smallest group. */
export function uncertainSmallTeams(draws: number): ProjectionInput {
  return { ...uncertainProjection(draws), smallTeams: { below: 400 } };
}

function nationalRanges(): ResolvedAssumptions {
  const everyYear = (value: number): number[] => new Array<number>(BASE.calendar.years + 1).fill(value);
  return Object.fromEntries(
    PARAMETERS.map(({ key, default: own, defaultByStaffGroup }) => [
      key,
      Object.fromEntries(
        Object.entries({ ...defaultByStaffGroup, 'all-staff': own }).map(([code, { value, low, high }]) => [
          code,
          {
            values: everyYear(value),
            ...(low === undefined ? {} : { low: everyYear(low) }),
            ...(high === undefined ? {} : { high: everyYear(high) }),
          },
        ]),
      ),
    ]),
  );
}
