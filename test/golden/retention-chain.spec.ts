import { defaultAssumptions, project, type ProjectionInput } from '#modules/projection';
import { MODULE_REPORTS } from '#modules/reporting';
import { expectNear } from './textbook';

/**
 * 1,000 people, 900 WTE on £24,000 a year, 1 % of them leave of their own accord each month; nobody
 * joins. Baseline January 2026. From April 2026 an intervention covers everybody and halves the hazard:
 * 1 - 0.99^0.5 leave a month. A second one, for half of them, takes a fifth off it.
 *
 * 31 March 2026: 1000 x 0.99^2 = 980.1. A year later 980.1 x 0.99^12 = 868.75 without, 980.1 x 0.99^6 =
 * 922.75 with the first, and with both 980.1 x 0.99^(12 x 0.5 x 0.9) = 928.33: hazards multiply.
 */
const calendar = { baselineMonth: '2026-01', firstYear: 2026, years: 1 };
const entered: Record<string, number> = {
  'retention.leaver-rate': 1 - 0.99 ** 12,
  'retention.share-voluntary': 1,
  'retention.share-retirement': 0,
  'retention.share-ill-health-or-death': 0,
  'retention.share-end-of-contract': 0,
  'retention.share-unpaid-leave': 0,
  'retention.share-to-same-system': 0.2,
  'retention.share-to-other-nhs': 0.3,
  'skill-mix.promotion-rate': 0,
  'pay-bill.pay-award': 0,
};
const HALVING = {
  id: 'halving',
  values: {
    name: 'Legacy mentors',
    effect: 0.5,
    coverage: 1,
    startMonth: '2026-04',
    costAYear: 60000,
    evidence: 'by hand',
  },
};
const FIFTH = {
  id: 'fifth',
  values: {
    name: 'Self-rostering',
    effect: 0.2,
    coverage: 0.5,
    startMonth: '2026-04',
    costAYear: 24000,
    evidence: 'by hand',
  },
};
const BASE: ProjectionInput = {
  schema: 'wholetime.projection-input/1',
  organisation: { code: 'RZZ', name: 'Hand-worked' },
  calendar,
  bands: ['band-5'],
  ageBands: [{ code: 'all-ages', widthYears: null }],
  ethnicities: ['white', 'bme'],
  staffGroups: [
    {
      code: 'hand-worked',
      name: 'Hand-worked',
      registered: true,
      medical: false,
      basis: 'staff-in-post',
      headcount: 1000,
      fte: 900,
      establishment: 1000,
      bandShares: [1],
      ageShares: [1],
      ethnicityShares: [0.8, 0.2],
      profileSource: 'by hand',
    },
  ],
  assumptions: {
    ...defaultAssumptions(calendar),
    ...Object.fromEntries(
      Object.entries(entered).map(([key, value]) => [key, { 'all-staff': { values: [value, value] } }]),
    ),
  },
  policy: {
    basicPay: { 'band-5': [24000, 24000] },
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
const withEntries = (...entries: readonly (typeof HALVING)[]): ProjectionInput => ({
  ...BASE,
  registers: { 'retention.interventions': entries },
});
const last = (input: ProjectionInput, measure: 'headcount' | 'fte' | 'pay-bill-basic') =>
  project(input).staffGroups[0]?.series[measure].at(-1) ?? NaN;
const reportOf = (input: ProjectionInput) => MODULE_REPORTS.retention?.({ input, output: project(input) });
const rows = (input: ProjectionInput, table: string) =>
  reportOf(input)?.tables.find(({ key }) => key === table)?.rows ?? [];

describe('interventions to leavers avoided to pay bill, worked by hand', () => {
  it('keeps 54 people and 48.6 WTE with the one that halves the hazard', () => {
    expectNear(last(BASE, 'headcount'), 980.1 * 0.99 ** 12, 1e-8);
    expectNear(last(withEntries(HALVING), 'headcount'), 980.1 * 0.99 ** 6, 1e-8);
    expectNear(980.1 * (0.99 ** 6 - 0.99 ** 12), 54.0, 0.01);
    expectNear(last(withEntries(HALVING), 'fte'), 0.9 * 980.1 * 0.99 ** 6, 1e-8);
  });

  it('multiplies the hazards of two: 0.5 x 0.9 of it are left', () => {
    expectNear(last(withEntries(HALVING, FIFTH), 'headcount'), 980.1 * 0.99 ** (12 * 0.5 * 0.9), 1e-8);
  });

  it('pays March 2027 on the mean WTE of the month, £2,000 each', () => {
    const kept = 0.9 * 980.1 * ((0.99 ** 5.5 + 0.99 ** 6) / 2);
    const notKept = 0.9 * 980.1 * ((0.99 ** 11 + 0.99 ** 12) / 2);
    expectNear(last(withEntries(HALVING), 'pay-bill-basic'), 2000 * kept, 1e-5);
    expectNear(last(BASE, 'pay-bill-basic'), 2000 * notKept, 1e-5);
  });

  it('says what each saves as the last one added, together, and what they share', () => {
    const both = withEntries(HALVING, FIFTH);
    const [halving, fifth, sum, together, difference] = rows(both, 'savings');
    const left = (exponent: number) => 980.1 * (1 - 0.99 ** exponent);
    expectNear(Number(halving?.['leaversAvoided']), left(12 * 0.9) - left(5.4), 1e-8);
    expectNear(Number(fifth?.['leaversAvoided']), left(6) - left(5.4), 1e-8);
    expectNear(Number(together?.['leaversAvoided']), left(12) - left(5.4), 1e-8);
    expectNear(Number(together?.['fteKept']), 0.9 * (left(12) - left(5.4)), 1e-8);
    expect(together?.['cost']).toBe(84000);
    expectNear(Number(together?.['replacementCostAvoided']), 3000 * (left(12) - left(5.4)), 1e-5);
    const shared = Number(together?.['leaversAvoided']) - Number(sum?.['leaversAvoided']);
    expectNear(Number(difference?.['leaversAvoided']), shared, 1e-10);
    expect(shared).toBeGreaterThan(0);
  });
});

/**
 * The same people with 120 joiners a year, 10 a month. Of the 31 March stock N 1 % leave a month whether
 * others join or not: the stability index is 0.99^12, and half of the voluntary leavers leave the NHS.
 * Local turnover counts the joiners' own exits and divides by mean stock.
 */
describe('the four measures of turnover, worked by hand', () => {
  const assumptions = {
    ...BASE.assumptions,
    'growth.joiners-wider-labour-market': { 'all-staff': { values: [120, 120] } },
  };
  const input = { ...BASE, assumptions };
  const [measures] = rows(input, 'turnover');
  const stayed = 0.99 ** 12;

  it('follows the people in post at 31 March: 1 - 0.99^12 leave, 80 % of them the system', () => {
    expectNear(Number(measures?.['stabilityIndex']), stayed, 1e-10);
    expectNear(Number(measures?.['leftOrganisation']), 1 - stayed, 1e-10);
    expectNear(Number(measures?.['leftSystem']), 0.8 * (1 - stayed), 1e-10);
  });

  it('divides those who left the NHS by the mean of both headcounts for the NHS leaver rate', () => {
    const opening = 980.1 + 10 * Math.sqrt(0.99) * 1.99;
    const closing = opening * stayed + (10 * Math.sqrt(0.99) * (1 - stayed)) / 0.01;
    expectNear(
      Number(measures?.['nhsLeaverRate']),
      (0.5 * opening * (1 - stayed)) / ((opening + closing) / 2),
      1e-9,
    );
  });

  it('counts everybody who left, joiners too, over mean month-end headcount for local turnover', () => {
    expect(Number(measures?.['localTurnover'])).toBeGreaterThan(1 - stayed);
    expectNear(Number(measures?.['localTurnover']), 0.12, 0.002);
  });

  it('does not move with the joiners', () => {
    const [without] = rows(BASE, 'turnover');
    expectNear(Number(without?.['stabilityIndex']), Number(measures?.['stabilityIndex']), 1e-12);
    expect(without?.['localTurnover']).not.toBeCloseTo(Number(measures?.['localTurnover']), 6);
  });
});

describe('the report of retention', () => {
  it('shows leavers by age where there are ages: the older retire, and all add up', () => {
    const [group] = BASE.staffGroups;
    const input = {
      ...BASE,
      assumptions: {
        ...BASE.assumptions,
        'retention.share-voluntary': { 'all-staff': { values: [0.8, 0.8] } },
        'retention.share-retirement': { 'all-staff': { values: [0.2, 0.2] } },
      },
      ageBands: [
        { code: 'under-fifty', fromAge: 16, widthYears: 34 },
        { code: 'fifty-and-over', fromAge: 50, widthYears: null },
      ],
      staffGroups: [{ ...(group as NonNullable<typeof group>), ageShares: [0.7, 0.3] }],
    };
    const byAge = rows(input, 'leavers-by-age');
    expect(byAge.map(({ ageBand }) => ageBand)).toEqual(['under-fifty', 'fifty-and-over']);
    expect(Number(byAge[1]?.['share'])).toBeGreaterThan(Number(byAge[0]?.['share']));
    const [turnover] = rows(input, 'turnover');
    const left = byAge.reduce((sum, row) => sum + Number(row['left']), 0);
    const inPost = byAge.reduce((sum, row) => sum + Number(row['inPost']), 0);
    expectNear(left / inPost, Number(turnover?.['leftOrganisation']), 1e-9);
  });

  it('names the basis of the turnover and the chance of leaving that follows', () => {
    const [basis] = rows(BASE, 'basis');
    expect(basis).toMatchObject({
      basis: 'leavers of a year over the people in post at its start',
      counts: 'people (headcount)',
      leavesOut: 'nothing more',
    });
    expectNear(Number(basis?.['chance']), 1 - 0.99 ** 12, 1e-12);
  });

  it('counts the cost of a year from the first month with any coverage', () => {
    const late = { ...HALVING, values: { ...HALVING.values, startMonth: '2026-10', fullMonth: '2027-01' } };
    const [year] = rows(withEntries(late), 'interventions');
    expect(year?.['cost']).toBe(30000);
    expect(year?.['coverage']).toBe(1);
    const [reduction] = rows(withEntries(late), 'voluntary-hazard');
    expect(reduction?.['reduction']).toBeCloseTo(0.5, 12);
  });
});
