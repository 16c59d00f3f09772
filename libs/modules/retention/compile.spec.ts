import fc from 'fast-check';

import {
  assume,
  BASE,
  codes,
  last,
  NURSES,
  seriesOf,
  sum,
  SUPPORT,
} from '../../../test/support/example-projection';
import { project, ProjectionInputError, type ProjectionInput } from '../projection';
import type { RegisterEntry } from '../register';

const intervention = (id: string, values: RegisterEntry['values']): RegisterEntry => ({
  id,
  values: {
    name: id,
    effect: 0.2,
    coverage: 0.5,
    startMonth: '2026-04',
    costAYear: 100000,
    evidence: 'judgement',
    ...values,
  },
});

const withInterventions = (...entries: readonly RegisterEntry[]): ProjectionInput => ({
  ...BASE,
  registers: { 'retention.interventions': entries },
});

const AGES = [
  { code: 'under-fifty', fromAge: 16, widthYears: 34 },
  { code: 'fifties', fromAge: 50, widthYears: 10 },
  { code: 'sixty-and-over', fromAge: 60, widthYears: null },
];

const aged = (input: ProjectionInput): ProjectionInput => ({
  ...input,
  ageBands: AGES,
  staffGroups: input.staffGroups.map((group) => ({ ...group, ageShares: [0.7, 0.22, 0.08] })),
});

describe('retention interventions', () => {
  const base = seriesOf(project(BASE));

  it('do not depend on the order in which they are entered', () => {
    const entries = [
      intervention('one', { staffGroup: NURSES }),
      intervention('two', { effect: 0.1, coverage: 1, startMonth: '2026-01', fullMonth: '2027-01' }),
      intervention('three', {
        effect: 0.05,
        coverage: 0.8,
        startMonth: '2027-06',
        participationChange: -0.1,
      }),
      intervention('four', { effect: 0.3, coverage: 0.3, startMonth: '2026-09', fullMonth: '2027-03' }),
    ];
    const one = seriesOf(project(withInterventions(...entries)));
    const anyOrder = fc.shuffledSubarray(entries, { minLength: entries.length });
    fc.assert(
      fc.property(anyOrder, (shuffled) => {
        const other = seriesOf(project(withInterventions(...shuffled)));
        one.fte.forEach((fte, month) => expect(fte).toBeCloseTo(other.fte[month] ?? NaN, 9));
      }),
      { numRuns: 12 },
    );
  });

  it('keep more people the stronger they are and the more they cover, and fewer leave', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        ([effect, moreEffect], [coverage, moreCoverage]) => {
          const [weak, strong] = [
            { effect: Math.min(effect, moreEffect), coverage: Math.min(coverage, moreCoverage) },
            { effect: Math.max(effect, moreEffect), coverage: Math.max(coverage, moreCoverage) },
          ].map((values) => last(seriesOf(project(withInterventions(intervention('x', values)))).fte));
          expect(strong).toBeGreaterThanOrEqual((weak ?? NaN) - 1e-9);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('act on their own staff group only, and not before their start', () => {
    const output = project(
      withInterventions(intervention('x', { staffGroup: NURSES, startMonth: '2026-06' })),
    );
    const own = seriesOf(output);
    const may = output.months.indexOf('2026-05');
    expect(own['exits-voluntary'].slice(0, may + 1)).toEqual(base['exits-voluntary'].slice(0, may + 1));
    expect(own['exits-voluntary'][may + 1]).toBeLessThan(base['exits-voluntary'][may + 1] ?? NaN);
    expect(own['exits-retirement'][may + 1]).toBeCloseTo(base['exits-retirement'][may + 1] ?? NaN, 2);
    expect(seriesOf(output, SUPPORT)).toEqual(seriesOf(project(BASE), SUPPORT));
  });

  it('change participation by what they cover, and no further once they are in place', () => {
    const flexible = intervention('x', {
      effect: 0,
      coverage: 0.2,
      participationChange: -0.1,
      startMonth: '2026-04',
      fullMonth: '2026-07',
    });
    const series = seriesOf(project(withInterventions(flexible)));
    const perHead = series.fte.map((fte, month) => fte / (series.headcount[month] ?? NaN));
    expect(series['fte-participation-change'].slice(9)).toEqual(
      series['fte-participation-change'].slice(9).fill(0),
    );
    const factor = series['fte-participation-change']
      .slice(5, 9)
      .map(
        (change, index) =>
          change / ((series.fte[4 + index] ?? NaN) - (series['fte-exits'][5 + index] ?? NaN)),
      );
    factor.forEach((share) => expect(share).toBeLessThan(0));
    expect(perHead[9]).toBeLessThan(perHead[4] ?? NaN);
  });

  it('are refused when full coverage comes before the start', () => {
    expect(() => project(withInterventions(intervention('x', { fullMonth: '2026-03' })))).toThrow(
      ProjectionInputError,
    );
  });
});

describe('retirement by age', () => {
  it('starts from the retirements of the group and follows its ageing', () => {
    const together = seriesOf(project(BASE));
    const byAge = seriesOf(project(aged(BASE)));
    expect(byAge['exits-retirement'][1]).toBeCloseTo(together['exits-retirement'][1] ?? NaN, 3);
    expect(sum(byAge['exits-retirement'])).not.toBeCloseTo(sum(together['exits-retirement']), 1);
  });

  it('is a rate of the group when asked to be', () => {
    const assumptions = assume({ 'retention.retirement-by-age': { 'all-staff': 0 } });
    const byAge = seriesOf(project(aged({ ...BASE, assumptions })));
    expect(last(byAge.fte)).toBeCloseTo(last(seriesOf(project({ ...BASE, assumptions })).fte), 8);
  });

  it('says so where nobody is old enough', () => {
    const input = aged(BASE);
    const staffGroups = input.staffGroups.map((group) => ({ ...group, ageShares: [1, 0, 0] }));
    expect(codes(project({ ...input, staffGroups }))).toContain(`retirement-by-age-unused ${NURSES}`);
  });
});

describe('those who come back', () => {
  const returning = (values: Record<string, number>) =>
    seriesOf(
      project({
        ...BASE,
        assumptions: assume(
          Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { 'all-staff': value }])),
        ),
      }),
    );

  it('are the share of those who started unpaid leave its length earlier', () => {
    const series = returning({ 'retention.leave-return-share': 0.8, 'retention.leave-length': 6 });
    series['joiners-return-from-leave'].slice(7).forEach((people, index) => {
      expect(people).toBeCloseTo(0.8 * (series['exits-unpaid-leave'][index + 1] ?? NaN), 8);
    });
    expect(series['joiners-return-from-leave'][1]).toBeGreaterThan(0);
  });

  it('add to the number entered, and retirees to none', () => {
    const share = returning({ 'retention.leave-return-share': 0.5 });
    const both = returning({ 'retention.leave-return-share': 0.5, 'retention.return-from-leave': 12 });
    expect(
      (both['joiners-return-from-leave'][1] ?? NaN) - (share['joiners-return-from-leave'][1] ?? NaN),
    ).toBeCloseTo(1, 8);
    expect(sum(both['joiners-retire-and-return'])).toBe(0);
  });

  it('keep the stock on leave: a month before, more starts, less what is over', () => {
    const series = returning({ 'retention.leave-length': 6 });
    const starts = series['exits-unpaid-leave'];
    series['on-leave-headcount'].slice(7).forEach((people, index) => {
      expect(people).toBeCloseTo(sum(starts.slice(index + 2, index + 8)), 8);
    });
  });

  it('bring retirees back at their own participation and at an age to retire', () => {
    const assumptions = assume({
      'retention.retire-and-return-share': { 'all-staff': 0.3 },
      'retention.retire-and-return-participation': { 'all-staff': 0.5 },
    });
    const output = project(aged({ ...BASE, assumptions }));
    const series = seriesOf(output);
    const [without] = [seriesOf(project(aged({ ...BASE, assumptions: assume({}) })))];
    const month = 3;
    expect(series['joiners-retire-and-return'][month]).toBeCloseTo(
      0.3 * (series['exits-retirement'][month - 1] ?? NaN),
      8,
    );
    const perHead = (BASE.staffGroups[0]?.fte ?? NaN) / (BASE.staffGroups[0]?.headcount ?? NaN);
    const extra = (series['fte-joiners'][month] ?? NaN) - (without['fte-joiners'][month] ?? NaN);
    expect(extra).toBeCloseTo(0.5 * perHead * (series['joiners-retire-and-return'][month] ?? NaN), 6);
  });
});
