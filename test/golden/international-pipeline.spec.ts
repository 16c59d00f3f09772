import { leadTimeShares, runPipeline, skillsCharge } from '#modules/international-recruitment';
import { defaultAssumptions, project, ProjectionInputError, type ProjectionInput } from '#modules/projection';
import { loadPolicy, projectionPolicy } from '#policy';
import { expectNear, readVector } from './textbook';

interface SkillsCharges {
  readonly isc_3yr_large: Readonly<Record<string, number>>;
}

/**
 * 100 offers in the first month. 80 % arrive, after 1, 2 or 3 months (30 %, 40 %, 30 %): 24, 32, 24. Of
 * them 90 % register, half after one month, half after two; a tenth leaves in the same proportion.
 *
 * month          0    1    2     3     4     5
 * arrivals       0   24   32    24     0     0
 * registrations  0    0   10.8  25.2  25.2  10.8   (12 x 0.9, (12 + 16) x 0.9, ...)
 * leave          0    0    1.2   2.8   2.8   1.2
 * waiting        0   24   44    40    12     0
 */
describe('a pipeline worked by hand', () => {
  const always = (share: number) => new Array<number>(7).fill(share);
  const pipeline = runPipeline([100, 0, 0, 0, 0, 0, 0], {
    toArrival: leadTimeShares({ shortest: 1, usual: 2, longest: 3 }),
    toRegistration: [0, 0.5, 0.5],
    arriving: always(0.8),
    registering: always(0.9),
  });
  const expected = {
    arrivals: [0, 24, 32, 24, 0, 0, 0],
    registrations: [0, 0, 10.8, 25.2, 25.2, 10.8, 0],
    unregisteredLeavers: [0, 0, 1.2, 2.8, 2.8, 1.2, 0],
    waiting: [0, 24, 44, 40, 12, 0, 0],
  };

  it.each(Object.keys(expected) as (keyof typeof expected)[])('has these %s', (line) => {
    expected[line].forEach((people, month) => expectNear(pipeline[line][month] ?? NaN, people, 1e-10));
  });

  it('ends at exactly nobody waiting', () => {
    expect(pipeline.waiting.slice(5)).toEqual([0, 0]);
  });
});

describe('the immigration skills charge of a large sponsor for three years', () => {
  const { isc_3yr_large: published } = readVector<SkillsCharges>('immigration-skills-charge');
  const { fees } = projectionPolicy(loadPolicy(), 2025, 1).internationalRecruitment ?? { fees: null };

  it.each([
    ['before_2025_12_16', '2025-12-01'],
    ['from_2025_12_16', '2026-01-01'],
  ])('%s is as published', (key, day) => {
    const fee = (name: 'skillsChargeFirstYear' | 'skillsChargeHalfYear') =>
      fees?.[name].findLast(({ from }) => from <= day)?.value ?? NaN;
    expect(skillsCharge(fee('skillsChargeFirstYear'), fee('skillsChargeHalfYear'), 36)).toBe(published[key]);
  });

  it.each([
    ['cos_before_2025_04_09', '2025-04-01'],
    ['cos_from_2025_04_09', '2025-05-01'],
  ])('the certificate of sponsorship, %s, too', (key, day) => {
    expect(fees?.certificateOfSponsorship.findLast(({ from }) => from <= day)?.value).toBe(published[key]);
  });
});

/**
 * One trust, 100 nurses, nobody leaves or is promoted; baseline January 2026. 50 offers to India in
 * February 2026; all take exactly 2 months to arrive and 3 to register; 80 % arrive, 90 % of those
 * register.
 *
 * April 2026: 40 arrive. They cost 40 x (525 certificate + 3,960 skills charge + 304 visa of before 8
 * April + 7,000 other + 794 test + 0.35 x 397 resit). They wait, 0.97 WTE each, until July 2026: 36
 * register, 4 leave. 100 + 36 = 136 nurses, 122.4 WTE at 0.9 each. February: 50 x (140 + 83).
 */
describe('offers to arrivals to registrations to joiners to closing stock, worked by hand', () => {
  const calendar = { baselineMonth: '2026-01', firstYear: 2026, years: 1 };
  const nurses = 'nurses-and-health-visitors';
  const entered: Record<string, number> = {
    'retention.leaver-rate': 0,
    'skill-mix.promotion-rate': 0,
    'international-recruitment.dropout-before-arrival': 0.2,
    'international-recruitment.registered-in-the-end': 0.9,
    ...Object.fromEntries(
      ['shortest', 'usual', 'longest'].flatMap((point) => [
        [`international-recruitment.offer-to-arrival-${point}`, 2],
        [`international-recruitment.arrival-to-registration-${point}`, 3],
      ]),
    ),
  };
  const input: ProjectionInput = {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'RZZ', name: 'Hand-worked' },
    calendar,
    bands: ['band-5'],
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['white', 'bme'],
    staffGroups: [
      {
        code: nurses,
        name: 'Nurses',
        registered: true,
        medical: false,
        basis: 'staff-in-post',
        headcount: 100,
        fte: 90,
        establishment: 120,
        bandShares: [1],
        ageShares: [1],
        ethnicityShares: [0.7, 0.3],
        profileSource: 'by hand',
      },
    ],
    assumptions: {
      ...defaultAssumptions(calendar),
      ...Object.fromEntries(
        Object.entries(entered).map(([key, value]) => [key, { 'all-staff': { values: [value, value] } }]),
      ),
      'retention.leaver-rate': { 'all-staff': { values: [0, 0] } },
    },
    registers: {
      'international-recruitment.cohorts': [
        {
          id: 'spring',
          values: { name: 'Kerala', staffGroup: nurses, country: 'IND', offers: 50, firstMonth: '2026-02' },
        },
      ],
    },
    policy: projectionPolicy(loadPolicy(), calendar.firstYear, calendar.years),
    seed: '0',
    draws: 0,
  };
  const output = project(input);
  const series = output.staffGroups[0]?.series;
  const at = (measure: keyof NonNullable<typeof series>, month: string): number =>
    series?.[measure][output.months.indexOf(month)] ?? NaN;

  it('brings 40 to England in April and 36 onto the register in July', () => {
    expect(at('international-offers', '2026-02')).toBe(50);
    expectNear(at('international-arrivals', '2026-04'), 40, 1e-10);
    expectNear(at('international-registrations', '2026-07'), 36, 1e-10);
    expectNear(at('joiners-international', '2026-07'), 36, 1e-10);
  });

  it('shows 40 people and 38.8 WTE waiting from April to June, none before and after', () => {
    expect(['03', '07', '08'].map((month) => at('awaiting-registration-headcount', `2026-${month}`))).toEqual(
      [0, 0, 0],
    );
    for (const month of ['2026-04', '2026-05', '2026-06']) {
      expectNear(at('awaiting-registration-headcount', month), 40, 1e-10);
      expectNear(at('awaiting-registration-fte', month), 38.8, 1e-10);
      expectNear(at('headcount', month), 100, 1e-10);
    }
  });

  it('closes with 136 nurses and 122.4 WTE', () => {
    expectNear(at('headcount', '2027-03'), 136, 1e-9);
    expectNear(at('fte', '2027-03'), 122.4, 1e-9);
  });

  it('costs £11,150 in February, £508,878 in April and £5,508 in July, and nothing else', () => {
    expectNear(at('international-recruitment-cost', '2026-02'), 50 * (140 + 83), 1e-9);
    const each = 525 + 1320 + 4 * 660 + 304 + 7000 + 794 + 0.35 * 397;
    expectNear(at('international-recruitment-cost', '2026-04'), 40 * each, 1e-7);
    expectNear(40 * each, 508878, 0.01);
    expectNear(at('international-recruitment-cost', '2026-07'), 36 * 153, 1e-7);
    const all = (series?.['international-recruitment-cost'] ?? []).filter((pounds) => pounds > 0);
    expect(all).toHaveLength(3);
  });

  it('tells what will register after the end: 36 of 50 offers of January 2027', () => {
    const late = {
      ...input.registers?.['international-recruitment.cohorts']?.[0]?.values,
      firstMonth: '2027-01',
    };
    const beyond = project({
      ...input,
      registers: { 'international-recruitment.cohorts': [{ id: 'late', values: late }] },
    });
    const notice = beyond.notices.find(({ code }) => code === 'offers-beyond-horizon');
    expectNear(notice?.amount ?? NaN, 36, 1e-9);
    expect(notice?.message).toContain('2027-03');
  });

  const problemsOf = (change: Record<string, string>) => {
    const values = { ...input.registers?.['international-recruitment.cohorts']?.[0]?.values, ...change };
    try {
      project({
        ...input,
        registers: { 'international-recruitment.cohorts': [{ id: 'x', values }] },
      });
    } catch (error) {
      if (error instanceof ProjectionInputError) return error.details;
      throw error;
    }
    return [];
  };

  it('refuses offers to a country on the red list from the date of the list on', () => {
    expect(problemsOf({ country: 'NGA' })).toEqual([
      expect.objectContaining({
        pointer: '/registers/international-recruitment.cohorts/0/values/country',
        rule: 'red-list',
        message: 'Nigeria is on the red list of 2023-03-23: no active recruitment',
      }),
    ]);
    expect(problemsOf({ country: 'NGA', firstMonth: '2022-05' })).toEqual([]);
    expect(problemsOf({ country: 'NGA', firstMonth: '2022-05', lastMonth: '2023-04' })[0]?.rule).toBe(
      'red-list',
    );
    expect(problemsOf({ country: 'KEN' })).toEqual([]);
  });

  it('refuses a country that does not exist and months in the wrong order', () => {
    expect(problemsOf({ country: 'INX' })[0]).toMatchObject({ rule: 'country-code' });
    expect(problemsOf({ lastMonth: '2026-01' })[0]).toMatchObject({
      rule: 'months-in-order',
      fix: 'enter 2026-02 or a later month, or leave the last month empty',
    });
  });
});
