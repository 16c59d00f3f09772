import fc from 'fast-check';

import { MONTHLY_PROFILES, PROFILE_MONTHS } from '../growth/monthly-profiles.register';
import { project, type ProjectionInput } from '../projection';
import type { RegisterEntry, Registers } from '../register';
import { assume, BASE, codes, NURSES, seriesOf, still, sum } from '../../../test/support/example-projection';
import { TRAINING_PROGRAMMES } from './programmes.register';
import { ROTATIONAL_POSTS } from './rotational-posts.register';

/** Months of the example's first and second planning year: it begins in November 2025. */
const YEAR_1 = [5, 17] as const;
const YEAR_2 = [17, 29] as const;
const [JULY, AUGUST, SEPTEMBER, OCTOBER] = [8, 9, 10, 11];

const PROGRAMME = {
  programme: 'Adult nursing BSc',
  provider: 'Example University',
  staffGroup: NURSES,
  commissioned: { '2023': 100 },
  recruited: { '2023': 90 },
  placementCapacity: { '2023': 80 },
  intakeMonth: 'september',
  courseMonths: 36,
  attrition: 0.25,
  shareEmployedHere: 0.5,
  lagMonths: 1,
};

const none = { 'training-supply.newly-qualified': { [NURSES]: 0 } };

function withProgramme(change: object = {}, values: Parameters<typeof assume>[0] = none): ProjectionInput {
  const programmes: Registers = {
    [TRAINING_PROGRAMMES.key]: [{ id: 'p', values: { ...PROGRAMME, ...change } }],
  };
  return { ...BASE, assumptions: assume(values), registers: programmes };
}

function withPosts(change: object, input: ProjectionInput = BASE): ProjectionInput {
  const values = {
    programme: 'Core medical training',
    grade: 'core-training',
    staffGroup: NURSES,
    posts: { '2025': 40, '2026': 50 },
    fillRate: { '2025': 0.9, '2026': 0.8 },
    ...change,
  };
  return { ...input, registers: { [ROTATIONAL_POSTS.key]: [{ id: 'r', values }] } };
}

describe('training programmes', () => {
  it('give four lines: commissioned, recruited within placements, qualifying and employed here', () => {
    const series = seriesOf(project(withProgramme()));
    expect(series['training-commissioned'][SEPTEMBER]).toBe(100);
    expect(series['training-recruited'][SEPTEMBER]).toBe(80);
    expect(series['training-qualifying'][SEPTEMBER]).toBe(60);
    expect(sum(series['training-employed'].slice(...YEAR_1))).toBeCloseTo(30, 10);
    expect(sum(series['training-employed'].slice(0, 5))).toBe(0);
    expect(sum(series['training-employed'].slice(...YEAR_2))).toBeCloseTo(30, 10);
  });

  it('bring them to work by the season of newly qualified, or in the month after course and lag', () => {
    const bySeason = seriesOf(project(withProgramme()))['joiners-newly-qualified'];
    expect(bySeason[SEPTEMBER]).toBeCloseTo(0.35 * 30, 10);
    const dated = seriesOf(project(withProgramme({ starts: 'after-lag' })))['joiners-newly-qualified'];
    expect(dated[OCTOBER]).toBe(30);
    expect(sum(dated.slice(...YEAR_1))).toBe(30);
  });

  it('start in the financial year that course and lag lead to', () => {
    const { 'training-employed': employed } = seriesOf(project(withProgramme({ lagMonths: 7 })));
    expect(sum(employed.slice(...YEAR_1))).toBe(0);
    expect(sum(employed.slice(...YEAR_2))).toBeCloseTo(30, 10);
  });

  it('take attrition and the share employed here from the staff group where they state none', () => {
    const assumptions = {
      ...none,
      'training-supply.attrition': { [NURSES]: 0.5 },
      'training-supply.share-employed-here': { [NURSES]: 0.2 },
    };
    const input = withProgramme({}, assumptions);
    const entry = input.registers?.[TRAINING_PROGRAMMES.key]?.[0] as RegisterEntry;
    const { attrition: _, shareEmployedHere: __, ...values } = entry.values;
    const registers = { [TRAINING_PROGRAMMES.key]: [{ id: 'p', values }] };
    const series = seriesOf(project({ ...input, registers }));
    expect(series['training-qualifying'][SEPTEMBER]).toBe(40);
    expect(sum(series['training-employed'].slice(...YEAR_1))).toBeCloseTo(8, 10);
  });

  it('add to the number entered for the group, and say so; what placements cut is said too', () => {
    const both = project(withProgramme({}, { 'training-supply.newly-qualified': { [NURSES]: 12 } }));
    expect(sum(seriesOf(both)['joiners-newly-qualified'].slice(...YEAR_1))).toBeCloseTo(42, 10);
    expect(codes(both)).toContain(`newly-qualified-from-both ${NURSES}`);
    const cut = both.notices.find(({ code }) => code === 'placement-capacity');
    expect(cut?.amount).toBe(20);
    expect(codes(project(withProgramme()))).not.toContain(`newly-qualified-from-both ${NURSES}`);
  });

  it('employ in a year the same number whatever the monthly profile, and never more with fewer placements', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 });
    const places = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(weights, places, places, (season, one, other) => {
        const months = PROFILE_MONTHS.map(
          (month, place) => [month, (season[place] ?? 0) / sum(season)] as const,
        );
        const values = { flow: 'newly-qualified', years: 'all-years', ...Object.fromEntries(months) };
        const employed = [Math.min(one, other), Math.max(one, other)].map((capacity) => {
          const input = withProgramme({ placementCapacity: { '2023': capacity } });
          const registers = { ...input.registers, [MONTHLY_PROFILES.key]: [{ id: 'm', values }] };
          return sum(seriesOf(project({ ...input, registers }))['training-employed'].slice(...YEAR_1));
        });
        expect(employed[1]).toBeCloseTo(Math.min(90, Math.max(one, other)) * 0.75 * 0.5, 9);
        expect(employed[1]).toBeGreaterThanOrEqual((employed[0] ?? NaN) - 1e-12);
      }),
      { numRuns: 25 },
    );
  });
});

describe('preceptorship', () => {
  it('takes its part of the working time of newly qualified staff off available WTE, not off WTE in post', () => {
    const values = {
      ...still(NURSES),
      'training-supply.newly-qualified': { [NURSES]: 12 },
      'training-supply.preceptorship-months': { [NURSES]: 2 },
      'sickness-absence.rate': { [NURSES]: 0 },
    };
    const season = {
      flow: 'newly-qualified',
      years: 'all-years',
      ...Object.fromEntries(PROFILE_MONTHS.map((month) => [month, Number(month === 'july')])),
    };
    const run = (productivity: number) =>
      seriesOf(
        project({
          ...BASE,
          assumptions: assume({
            ...values,
            'training-supply.preceptorship-productivity': { [NURSES]: productivity },
          }),
          registers: { [MONTHLY_PROFILES.key]: [{ id: 'm', values: season }] },
        }),
      );
    const [reduced, full] = [run(0.75), run(1)];
    const ftePerHead = 1278.4 / 1420;
    const short = [0, 6, 12, 6, 0].map((people) => 0.25 * people * ftePerHead);
    short.forEach((fte, month) => expect(reduced['preceptorship-fte'][JULY - 1 + month]).toBeCloseTo(fte, 8));
    expect(reduced['available-fte'][AUGUST]).toBeCloseTo(
      (full['available-fte'][AUGUST] ?? NaN) - 3 * ftePerHead,
      8,
    );
    expect(reduced.fte).toEqual(full.fte);
    expect(sum(full['preceptorship-fte'])).toBe(0);
  });
});

describe('rotational trainees', () => {
  it('are posts times fill rate of the year of the latest rotation, whatever the leaver rate', () => {
    const input = withPosts({ ftePerHead: 0.8 });
    const series = seriesOf(project(input));
    expect(series['rotational-trainees-fte'].slice(JULY, AUGUST + 1)).toEqual([36, 40]);
    expect(series['rotational-trainees-headcount'].slice(JULY, AUGUST + 1)).toEqual([45, 50]);
    const leaving = { ...input, assumptions: assume({ 'retention.leaver-rate': { [NURSES]: 0.4 } }) };
    expect(seriesOf(project(leaving))['rotational-trainees-fte']).toEqual(series['rotational-trainees-fte']);
  });

  it('rotate when they are said to', () => {
    const at = (rotation: string): readonly number[] =>
      seriesOf(project(withPosts({ rotation })))['rotational-trainees-fte'];
    expect(at('august-december-and-april')[5]).toBe(40);
    expect(at('august-and-february')[5]).toBe(36);
  });

  it('are a line beside the stock: the projection of the group does not change with them', () => {
    const [without, series] = [seriesOf(project(BASE)), seriesOf(project(withPosts({})))];
    for (const measure of [
      'headcount',
      'fte',
      'available-fte',
      'establishment',
      'requirement',
      'pay-bill-basic',
    ] as const) {
      expect(series[measure]).toEqual(without[measure]);
    }
  });

  it('count at their host: not here when they work elsewhere', () => {
    expect(sum(seriesOf(project(withPosts({ host: 'RAA' })))['rotational-trainees-fte'])).toBe(0);
    expect(seriesOf(project(withPosts({ leadEmployer: 'RAA' })))['rotational-trainees-fte'][AUGUST]).toBe(40);
    expect(() => project(withPosts({ host: 'RAA', leadEmployer: 'RBB' }))).toThrow(
      'neither work here nor are employed here',
    );
  });

  it('of doctors whose baseline is not split are told to count in both', () => {
    const medical = (isMedical: boolean): ProjectionInput => ({
      ...withPosts({}),
      staffGroups: BASE.staffGroups.map((group) => ({ ...group, medical: isMedical })),
    });
    expect(codes(project(medical(true)))).toContain(`rotational-baseline-not-split ${NURSES}`);
    expect(codes(project(medical(false)))).not.toContain(`rotational-baseline-not-split ${NURSES}`);
  });

  it('leave the stock and its funded posts by the share of the baseline stated, once their posts are registered', () => {
    const assumptions = assume({ 'training-supply.rotational-share-at-start': { [NURSES]: 0.25 } });
    const apart = project({ ...withPosts({}), assumptions });
    const series = seriesOf(apart);
    expect(series.headcount[0]).toBeCloseTo(0.75 * 1420, 8);
    expect(series.fte[0]).toBeCloseTo(0.75 * 1278.4, 8);
    expect(series.establishment[0]).toBeCloseTo(1361.5 - 0.25 * 1278.4, 8);
    expect(codes(apart)).toContain(`rotational-trainees-apart ${NURSES}`);
    const unregistered = project({ ...BASE, assumptions });
    expect(seriesOf(unregistered).headcount[0]).toBe(1420);
    expect(codes(unregistered)).toContain(`rotational-posts-missing ${NURSES}`);
  });
});
