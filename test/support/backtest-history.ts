import type { OrganisationHistory, ProjectionReach, PublishedHistory } from '#modules/backtest';
import { loadPolicy, projectionPolicy } from '#policy';

const facts = loadPolicy();

export const policyOf: ProjectionReach['policyOf'] = (firstYear, years) =>
  projectionPolicy(facts, firstYear, years);

export const NURSES = 'nurses-and-health-visitors';
export const DOCTORS = 'hchs-doctors';

/** Months from January 2022. */
export function monthsFrom2022(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, month) => `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
}

/** An organisation that is published in every month of its series. */
export function organisation(
  code: string,
  fte: OrganisationHistory['fte'],
  over: Partial<OrganisationHistory> = {},
): OrganisationHistory {
  const months = Math.max(0, ...Object.values(fte).map((series) => series.length));
  return {
    code,
    name: code,
    benchmarkGroup: 'acute',
    system: null,
    reports: new Array<boolean>(months).fill(true),
    fte,
    ...over,
  };
}

export function historyOf(
  months: readonly string[],
  organisations: readonly OrganisationHistory[],
  nation: PublishedHistory['nation'] = {},
): PublishedHistory {
  const group = (code: string, medical: boolean) => ({ code, name: code, registered: true, medical });
  return { months, organisations, nation, staffGroups: [group(NURSES, false), group(DOCTORS, true)] };
}

/** Normal deviates, the same in every run (Box and Muller over a linear congruential generator). */
export function normalDeviates(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
