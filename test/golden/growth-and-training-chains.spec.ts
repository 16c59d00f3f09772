import { project, type MonthlyMeasure, type ProjectionInput } from '#modules/projection';
import { MODULE_REPORTS, type ReportTable } from '#modules/reporting';

import { handWorked } from '../support/hand-worked-organisation';

/** Nobody leaves or is promoted, the work does not change, nobody is hired by the shift: 900 FTE in 1,000 posts stay. */
const STILL = {
  'retention.leaver-rate': 0,
  'skill-mix.promotion-rate': 0,
  'growth.requirement-growth': 0,
  'efficiency.productivity': 0,
  'sickness-absence.rate': 0,
  'sickness-absence.planned-absence': 0,
  'temporary-staffing.vacancy-fill-share': 0,
  'pay-bill.pay-award': 0,
  'pay-bill.pay-drift': 0,
};
/** Positions of month ends: the baseline is January 2026. */
const [FEBRUARY, MARCH, APRIL, OCTOBER, NOVEMBER, END] = [1, 2, 3, 9, 10, 14];

function lines(input: ProjectionInput) {
  const series = project(input).staffGroups[0]?.series;
  return (measure: MonthlyMeasure, month: number): number => series?.[measure][month] ?? NaN;
}

function rowsOf(
  input: ProjectionInput,
  module: keyof typeof MODULE_REPORTS,
  table: string,
): ReportTable['rows'] {
  const report = MODULE_REPORTS[module]?.({ input, output: project(input) });
  return report?.tables.find(({ key }) => key === table)?.rows ?? [];
}

/**
 * Efficiency into growth. Half of the vacant posts are filled each month, 0.9 FTE a joiner. February fills
 * 50 of 100 vacant FTE, March 25 of 50: 975 FTE. In April a scheme takes 20 posts and 5 people (4.5 FTE):
 * 970.5 FTE in 980 posts, so 4.75 of the 9.5 vacant FTE are filled by 5.2778 people. Without it April fills
 * 12.5 of 25.
 */
describe('a scheme that removes posts and people', () => {
  const recruiting = {
    ...STILL,
    'growth.joiners-wider-labour-market': 1200,
    'growth.share-of-vacancies-filled': 0.5,
  };
  const scheme = {
    id: 'ward-7',
    values: {
      name: 'Ward 7 closes',
      kind: 'cash-releasing',
      staffGroup: 'hand-worked',
      wte: 20,
      pounds: 600_000,
      start: '2026-04',
      recurrence: 'recurrent',
      peopleLeaving: 5,
      owner: 'Chief nurse',
      deliveryRisk: 'medium',
      probability: 0.5,
      qualityImpact: 'agreed',
    },
  };
  const input = handWorked(recruiting, { 'efficiency.schemes': [scheme] });
  const at = lines(input);

  it('leaves fewer vacancies to fill', () => {
    expect([at('fte', FEBRUARY), at('fte', MARCH)]).toEqual([
      expect.closeTo(950, 9) as unknown,
      expect.closeTo(975, 9) as unknown,
    ]);
    expect(at('establishment', APRIL)).toBe(980);
    expect(at('exits-planned', APRIL)).toBe(5);
    expect(at('joiners-wider-labour-market', APRIL)).toBeCloseTo(4.75 / 0.9, 9);
    expect(at('fte', APRIL)).toBeCloseTo(975 - 4.5 + 4.75, 9);
    expect(lines(handWorked(recruiting))('fte', APRIL)).toBeCloseTo(987.5, 9);
  });

  it('is reported with its posts, people and money, weighed and not', () => {
    expect(rowsOf(input, 'efficiency', 'years')).toEqual([
      {
        staffGroup: 'Hand-worked',
        year: 2026,
        postsRemoved: 20,
        released: 0,
        unidentified: 0,
        plannedExits: 5,
        pounds: 600_000,
        poundsWeighted: 300_000,
      },
    ]);
  });
});

/**
 * Training supply into the pay bill. 40 students start in September 2023; a quarter leaves, 30 qualify in
 * September 2026, 60 % of them start here a month later: 18 people, 16.2 FTE, on band 5 at £24,000. They
 * join in the middle of October: half of £32,400 in October, all of it in November, on £2,250,000 a month.
 */
describe('a training programme', () => {
  const programme = {
    id: 'nursing',
    values: {
      programme: 'Adult nursing BSc',
      provider: 'Example University',
      staffGroup: 'hand-worked',
      commissioned: { '2023': 50, '2024': 0 },
      recruited: { '2023': 45 },
      placementCapacity: { '2023': 40 },
      intakeMonth: 'september',
      courseMonths: 36,
      attrition: 0.25,
      shareEmployedHere: 0.6,
      lagMonths: 1,
      starts: 'after-lag',
    },
  };
  const input = handWorked(STILL, { 'training-supply.programmes': [programme] });
  const at = lines(input);

  it('supplies newly qualified joiners, whom the pay bill pays from the middle of October', () => {
    expect(at('joiners-newly-qualified', OCTOBER)).toBeCloseTo(18, 10);
    expect(at('fte', OCTOBER)).toBeCloseTo(916.2, 9);
    expect(at('pay-bill-basic', OCTOBER - 1)).toBeCloseTo(2_250_000, 4);
    expect(at('pay-bill-basic', OCTOBER)).toBeCloseTo(2_250_000 + 16_200, 4);
    expect(at('pay-bill-basic', NOVEMBER)).toBeCloseTo(2_250_000 + 32_400, 4);
  });

  it('is reported by intake, with what the placements cut', () => {
    expect(rowsOf(input, 'training-supply', 'programmes')[0]).toMatchObject({
      year: 2023,
      commissioned: 50,
      recruited: 45,
      cut: 5,
      started: 40,
      qualifies: '2026-09',
      qualifying: 30,
      employed: expect.closeTo(18, 10) as unknown,
    });
  });
});

/**
 * Growth into training supply and the shortfall. A fifth of 1,000 FTE of work is mental health and grows
 * by 10 % over the year, another tenth is home visits: 65,000 of 2 hours by people who work 200 days of
 * 8 hours less an allowance of a fifth: 101.5625 FTE. By 31 March the work needs
 * 0.2 x 1,000 x 1.1 + 101.5625 + 0.7 x 1,000 = 1,021.5625 FTE; 900 are in post: 121.5625 FTE short, which
 * is 135.0694 people at 0.9 FTE each.
 */
describe('work by service commitment and workload standard', () => {
  const registers = {
    'growth.service-commitments': [
      {
        id: 'mh',
        values: {
          commitment: 'mental-health',
          statement: 'workforce-line',
          staffGroup: 'hand-worked',
          share: 0.2,
          growth: { '2026': 0.1 },
        },
      },
      { id: 'prevention', values: { commitment: 'prevention', statement: 'stated-nil', reason: 'as it is' } },
    ],
    'growth.workload-standards': [
      {
        id: 'visits',
        values: {
          activity: 'home visits',
          staffGroup: 'hand-worked',
          units: { '2026': 65_000 },
          hoursPerUnit: 2,
          weeks: 52,
          daysAWeek: 5,
          daysAbsent: 60,
          hoursADay: 8,
          allowance: 0.2,
          share: 0.1,
        },
      },
    ],
  };
  const input = handWorked(
    { ...STILL, 'training-supply.attrition': 0.2, 'training-supply.share-employed-here': 0.5 },
    registers,
  );

  it('is required, and short of the staff in post', () => {
    const at = lines(input);
    expect(at('requirement', MARCH)).toBeCloseTo(1000, 9);
    expect(at('requirement', END)).toBeCloseTo(1021.5625, 9);
    expect(at('shortfall', END)).toBeCloseTo(121.5625, 9);
  });

  it('is reported by its parts, commitments that are not answered too', () => {
    expect(rowsOf(input, 'growth', 'requirement')[0]).toMatchObject({
      commitments: expect.closeTo(220, 9) as unknown,
      standards: expect.closeTo(101.5625, 9) as unknown,
      other: expect.closeTo(700, 9) as unknown,
      productivity: 0,
      requirement: expect.closeTo(1021.5625, 9) as unknown,
    });
    expect(
      rowsOf(input, 'growth', 'commitments').map(
        ({ commitment, statement }) => `${commitment}: ${statement}`,
      ),
    ).toEqual([
      'Mental health, learning disability and autism: Workforce line',
      'Prevention: Stated nil',
      'Out-of-hospital care and primary care networks: Neither a line nor a stated nil',
      'Urgent and emergency care: Neither a line nor a stated nil',
      'Personalised care: Neither a line nor a stated nil',
      'Digital primary care and outpatients: Neither a line nor a stated nil',
      'Cancer: Neither a line nor a stated nil',
      'Planned care: Neither a line nor a stated nil',
    ]);
  });

  it('goes back to the national body as newly qualified people needed and students to start for them', () => {
    const [row] = rowsOf(input, 'training-supply', 'forecast-demand');
    expect(row).toMatchObject({
      gap: expect.closeTo(121.5625, 9) as unknown,
      further: expect.closeTo(121.5625 / 0.9, 9) as unknown,
      intake: expect.closeTo(121.5625 / 0.9 / 0.4, 8) as unknown,
    });
  });
});

/**
 * The guard. Productivity of 2.5 % takes 1,000 - 1,000 / 1.025 = 24.3902 FTE off the requirement by
 * 31 March; technology takes 10 without saying how it relates, a scheme on top 8, a scheme that is a part
 * of productivity 6 (not taken off again): 10 are claimed twice, and the requirement is
 * 1,000 / 1.025 - 18 = 957.6098.
 */
describe('the guard against double counting', () => {
  const scheme = (id: string, kind: string, wte: number, relationToProductivity?: string) => ({
    id,
    values: {
      name: id,
      kind,
      staffGroup: 'hand-worked',
      wte,
      start: '2026-06',
      recurrence: 'recurrent',
      owner: 'Chief information officer',
      deliveryRisk: 'low',
      qualityImpact: 'agreed',
      ...(relationToProductivity === undefined ? {} : { relationToProductivity }),
    },
  });
  const input = handWorked(
    { ...STILL, 'efficiency.productivity': 0 },
    {
      'efficiency.schemes': [
        scheme('records', 'technology', 10),
        scheme('rostering', 'time-releasing', 8, 'on-top'),
        scheme('voice', 'technology', 6, 'part-of-productivity'),
      ],
    },
  );
  const productive: ProjectionInput = {
    ...input,
    assumptions: { ...input.assumptions, 'efficiency.productivity': { 'all-staff': { values: [0, 0.025] } } },
  };

  it('reports what is claimed twice and takes off what is not a part of productivity', () => {
    const output = project(productive);
    expect(output.staffGroups[0]?.series.requirement[END]).toBeCloseTo(1000 / 1.025 - 18, 9);
    expect(rowsOf(productive, 'efficiency', 'double-counting')).toEqual([
      expect.objectContaining({
        productivity: expect.closeTo(24.390243902, 8) as unknown,
        technology: 10,
        timeReleasing: 0,
        onTop: 8,
        partOfProductivity: 6,
        countedTwice: 10,
      }),
    ]);
    expect(output.notices.find(({ code }) => code === 'double-counting')?.amount).toBe(10);
  });

  it('finds nothing twice without productivity', () => {
    expect(project(input).notices.map(({ code }) => code)).not.toContain('double-counting');
  });
});
