import { defaultAssumptions, project, type ProjectionInput } from '#modules/projection';
import { annualProbability, monthlyProbability, simulate } from '#engine';
import { expectNear, readVector, textbookInput } from './textbook';

interface Vector {
  readonly establishment: number;
  readonly contracted: number;
  readonly bank_agency_locum: readonly number[];
  readonly expect: { vacancy_fte: number; vacancy_rate: number; total_with_temporary: number };
  readonly monthly_turnover_pct: readonly number[];
  readonly expect_sum_pct: number;
  readonly tolerance: number;
}

const vector = readVector<Vector>('trust-return');

describe('an NHS trust workforce return', () => {
  it('finds its vacancies, and fills them up to the establishment when nobody limits recruitment', () => {
    const input = textbookInput({
      groups: [{ code: 'all-staff', people: vector.contracted }],
      months: 1,
      stepYears: 1 / 12,
    });
    const groups = input.groups.map((group) => ({
      ...group,
      recruitment: {
        ...group.recruitment,
        mode: 'fills-vacancies' as const,
        fillRate: [1],
        capacity: [vector.establishment],
        establishment: [vector.establishment],
        sources: group.recruitment.sources.map((source) => ({ ...source, people: [1] })),
      },
    }));
    const [output] = simulate({ ...input, groups }).groups;
    expectNear(output?.fteJoiners[0] ?? NaN, vector.expect.vacancy_fte, vector.tolerance);
    expectNear(output?.fte[1] ?? NaN, vector.establishment, vector.tolerance);
    expectNear((output?.fteJoiners[0] ?? NaN) / vector.establishment, vector.expect.vacancy_rate, 5e-5);
    const temporary = vector.bank_agency_locum.reduce((sum, fte) => sum + fte, 0);
    expectNear((output?.fte[0] ?? NaN) + temporary, vector.expect.total_with_temporary, vector.tolerance);
  });

  it('is where a projection starts: vacancies, bank, agency and locum, and total workforce as returned', () => {
    const [bank = NaN, ...agency] = vector.bank_agency_locum;
    const series = project(returnAsInput(bank, sumOf(agency))).staffGroups[0]?.series;
    const at = (measure: keyof NonNullable<typeof series>): number => series?.[measure][0] ?? NaN;
    expectNear(at('establishment') - at('fte'), vector.expect.vacancy_fte, vector.tolerance);
    expectNear(at('bank-fte'), bank, 1e-9);
    expectNear(at('agency-fte'), sumOf(agency), 1e-9);
    expect(at('unfilled-fte')).toBeLessThan(1e-9);
    const total = at('fte') + at('bank-fte') + at('agency-fte');
    expectNear(total, vector.expect.total_with_temporary, vector.tolerance);
  });

  it('sums its monthly turnover as published; the compounded annual probability is lower', () => {
    const monthly = vector.monthly_turnover_pct.map((percent) => percent / 100);
    const sum = monthly.reduce((total, rate) => total + rate, 0);
    expectNear(sum * 100, vector.expect_sum_pct, vector.tolerance);
    const [group] = simulate({
      ...textbookInput({ groups: [{ code: 'all-staff', people: 1 }], months: 12, stepYears: 1 / 12 }),
      groups: textbookInput({
        groups: [{ code: 'all-staff', people: 1 }],
        months: 12,
        stepYears: 1 / 12,
      }).groups.map((each) => ({ ...each, exitProbability: [monthly, ...each.exitProbability.slice(1)] })),
    }).groups;
    const annual = 1 - (group?.headcount.at(-1) ?? NaN);
    expect(annual).toBeLessThan(sum);
    expectNear(annualProbability(monthlyProbability(annual)), annual, 1e-15);
  });
});

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The return as one staff group; it gives WTE only. */
function returnAsInput(bank: number, agency: number): ProjectionInput {
  const calendar = { baselineMonth: '2026-03', firstYear: 2026, years: 1 };
  const entered = (value: number) => ({ 'all-staff': { values: [value, value] } });
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'RZZ', name: 'An NHS trust' },
    calendar,
    bands: ['band-5'],
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['all'],
    staffGroups: [
      {
        code: 'all-groups',
        name: 'All groups',
        registered: false,
        medical: false,
        basis: 'workforce-statistics',
        headcount: 0,
        fte: vector.contracted,
        establishment: vector.establishment,
        bandShares: [1],
        ageShares: [1],
        ethnicityShares: [1],
        profileSource: 'the return',
      },
    ],
    assumptions: {
      ...defaultAssumptions(calendar),
      'temporary-staffing.bank-at-start': entered(bank),
      'temporary-staffing.agency-at-start': entered(agency),
    },
    policy: {
      basicPay: { 'band-5': [30000, 30000] },
      payScalesTo: { 'band-5': 2026 },
      employerNationalInsurance: [
        { rate: 0.15, thresholdPounds: 5000 },
        { rate: 0.15, thresholdPounds: 5000 },
      ],
      employerPension: [
        { local: 0.1438, central: 0.094 },
        { local: 0.1438, central: 0.094 },
      ],
      sources: [],
    },
    seed: '0',
    draws: 0,
  };
}
