import fc from 'fast-check';

import { project, ProjectionInputError, type ProjectionInput } from '../projection';
import type { RegisterEntry } from '../register';
import { PARAMETERS } from '../registry';
import { assume, BASE, NURSES, seriesOf, sum, SUPPORT } from '../../../test/support/example-projection';
import { MONTHLY_PROFILES, PROFILE_MONTHS } from './monthly-profiles.register';

/** Months of the example's first and second planning year: it begins in November. */
const YEAR_1 = [5, 17] as const;
const YEAR_2 = [17, 29] as const;

function profile(id: string, flow: string, shares: readonly number[], more = {}): RegisterEntry {
  const months = PROFILE_MONTHS.map((month, place) => [month, shares[place] ?? 0] as const);
  return { id, values: { flow, years: 'all-years', ...Object.fromEntries(months), ...more } };
}

function withProfiles(...entries: readonly RegisterEntry[]): ProjectionInput {
  return { ...BASE, registers: { [MONTHLY_PROFILES.key]: entries } };
}

function problemsOf(input: ProjectionInput) {
  try {
    project(input);
  } catch (error) {
    if (error instanceof ProjectionInputError) return error.details;
    throw error;
  }
  return [];
}

const shares = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 })
  .filter((weights) => sum(weights) > 0)
  .map((weights) => weights.map((weight) => weight / sum(weights)));
const inJune = PROFILE_MONTHS.map((month) => Number(month === 'june'));
const inMay = PROFILE_MONTHS.map((month) => Number(month === 'may'));

describe('monthly profiles', () => {
  it('never change the total of a year, whatever the source', () => {
    const measures = ['newly-qualified', 'wider-labour-market', 'return-from-leave'] as const;
    fc.assert(
      fc.property(shares, fc.constantFrom(...measures), (season, flow) => {
        const even = seriesOf(project(BASE))[`joiners-${flow}`];
        const joiners = seriesOf(project(withProfiles(profile('p', flow, season))))[`joiners-${flow}`];
        for (const year of [YEAR_1, YEAR_2]) {
          expect(sum(joiners.slice(...year))).toBeCloseTo(sum(even.slice(...year)), 9);
        }
        season.forEach((share, place) =>
          expect(joiners[5 + place]).toBeCloseTo(share * sum(even.slice(...YEAR_1)), 9),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('leave the chance of leaving over a year as it is, whatever the profile of leavers', () => {
    const base = withoutJoiners();
    const stayed = (input: ProjectionInput): number => {
      const { headcount } = seriesOf(project(input));
      return (headcount[17 - 1] ?? NaN) / (headcount[5 - 1] ?? NaN);
    };
    fc.assert(
      fc.property(shares, (season) => {
        const input = { ...base, registers: withProfiles(profile('p', 'leavers', season)).registers };
        expect(stayed(input as ProjectionInput)).toBeCloseTo(1 - 0.12, 10);
      }),
      { numRuns: 40 },
    );
  });

  it('put leavers, planned exits and conversions into the month they name', () => {
    const assumptions = assume({
      'retention.planned-exits': { [NURSES]: 12 },
      'skill-mix.conversions': { [NURSES]: 6 },
      'skill-mix.promotion-rate': { [NURSES]: 0, [SUPPORT]: 0 },
    });
    const profiles = ['leavers', 'planned-exits', 'conversions'].map((flow) => profile(flow, flow, inJune));
    const series = seriesOf(project({ ...withProfiles(...profiles), assumptions }));
    expect(series['exits-planned'].slice(...YEAR_1)).toEqual([0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(series['moves-in'].slice(...YEAR_1).map((people) => Number(people.toFixed(9)))).toEqual([
      0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(series['exits-voluntary'][6]).toBe(0);
    expect(series['exits-voluntary'][7]).toBeGreaterThan(50);
  });

  it('of a staff group go before those of all, of the first year before those of all years', () => {
    const input = withProfiles(
      profile('all', 'wider-labour-market', inMay),
      profile('first', 'wider-labour-market', inJune, { years: 'first-year' }),
      profile('support', 'wider-labour-market', inMay, { staffGroup: SUPPORT }),
    );
    const output = project(input);
    const joined = (group: string, month: number): number =>
      seriesOf(output, group)['joiners-wider-labour-market'][month] ?? NaN;
    expect([joined(NURSES, 6), joined(NURSES, 7), joined(NURSES, 18)]).toEqual([0, 36, 36]);
    expect([joined(SUPPORT, 6), joined(SUPPORT, 7), joined(SUPPORT, 18)]).toEqual([118, 0, 118]);
  });

  it('are refused where they do not sum to 100 % or say the same twice', () => {
    const half = inJune.map((share) => share / 2);
    expect(problemsOf(withProfiles(profile('half', 'leavers', half)))).toEqual([
      {
        pointer: '/registers/growth.monthly-profiles/0/values/april',
        rule: 'shares-sum-to-1',
        message: 'the twelve months sum to 50.0 %, not 100 %',
        fix: 'enter shares from April to March that sum to 100 %',
      },
    ]);
    const twice = withProfiles(profile('one', 'leavers', inMay), profile('two', 'leavers', inJune));
    expect(problemsOf(twice)).toEqual([
      expect.objectContaining({
        pointer: '/registers/growth.monthly-profiles/1/values/flow',
        message: 'a profile of this flow, staff group and choice of years is entered already, in one',
      }),
    ]);
  });

  it('divide shares that miss 100 % by rounding', () => {
    const rounded = new Array<number>(12).fill(0.083);
    const input = withProfiles(profile('p', 'wider-labour-market', rounded));
    expect(sum(seriesOf(project(input))['joiners-wider-labour-market'].slice(...YEAR_1))).toBeCloseTo(36, 10);
  });
});

/** Nobody joins or comes back, so that the people still there are those who have not left. */
function withoutJoiners(): ProjectionInput {
  const numbers = PARAMETERS.filter(({ unit }) => unit === 'headcount-a-year').map(({ key }) => key);
  const none = Object.fromEntries(
    [...numbers, 'retention.retire-and-return-share', 'retention.leave-return-share'].map((key) => [
      key,
      { [NURSES]: 0 },
    ]),
  );
  return { ...BASE, assumptions: assume({ ...none, 'retention.leaver-rate': { [NURSES]: 0.12 } }) };
}
