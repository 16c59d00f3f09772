import {
  defaultAssumptions,
  project,
  type ProjectionInput,
  type ProjectionOutput,
  type ResolvedAssumptions,
} from '#modules/projection';
import { MODULE_REPORTS } from '#modules/reporting';

/**
 * A group of 900 full-time people on £36,000 in 1,000 funded posts; nobody comes or goes. Sickness is 6 %
 * over the year, other absence 17 %, 22 % headroom is funded, 80 % of vacancies are covered. In March 2026
 * the bank worked 60 WTE and agencies 40.
 *
 * The baseline month, March, has the season 0.956 / 0.9995 = 0.956478:
 *   vacancies 0.8 x 100 = 80; absence 900 x (0.06 x 0.956478 + 0.17 - 0.22) = 6.649825; together 86.649825
 *   factor 100 / 86.649825 = 1.154070
 * December has 1.125 / 0.9995 = 1.125563:
 *   absence 900 x (0.06 x 1.125563 - 0.05) = 15.780390; need (80 + 15.780390) x 1.154070 = 110.537315
 *   bank 60 % = 66.322389, agency 40 % = 44.214926
 * One WTE costs (36,000 x 1.2938 - 0.15 x 5,000) / 12 = £3,818.90 a month, agency 25 % and bank 5 % more.
 */
const GROUP = 'hand-worked';
const calendar = { baselineMonth: '2026-03', firstYear: 2026, years: 1 };
/** December 2026. */
const DECEMBER = 9;
const COST_OF_ONE = 3818.9;

const NOTHING_MOVES = {
  'retention.leaver-rate': 0,
  'skill-mix.promotion-rate': 0,
  'growth.requirement-growth': 0,
  'efficiency.productivity': 0,
  'growth.unmet-need': 0.1,
  'sickness-absence.planned-absence': 0.05,
  'sickness-absence.rate': 0.06,
  'sickness-absence.other-absence': 0.17,
  'temporary-staffing.funded-headroom': 0.22,
  'temporary-staffing.vacancy-fill-share': 0.8,
  'temporary-staffing.absence-cover-share': 1,
  'temporary-staffing.bank-at-start': 60,
  'temporary-staffing.agency-at-start': 40,
  'temporary-staffing.bank-premium': 0.05,
  'temporary-staffing.agency-premium': 0.25,
};

function inputWith(values: Readonly<Record<string, number>>): ProjectionInput {
  const entered = Object.entries({ ...NOTHING_MOVES, ...values }).map(([key, value]) => [
    key,
    { 'all-staff': { values: [value, value] } },
  ]);
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'RZZ', name: 'Hand-worked' },
    calendar,
    bands: ['band-6'],
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['all'],
    staffGroups: [
      {
        code: GROUP,
        name: 'Hand-worked',
        registered: true,
        medical: false,
        basis: 'staff-in-post',
        headcount: 900,
        fte: 900,
        establishment: 1000,
        bandShares: [1],
        ageShares: [1],
        ethnicityShares: [1],
        profileSource: 'by hand',
      },
    ],
    assumptions: { ...defaultAssumptions(calendar), ...(Object.fromEntries(entered) as ResolvedAssumptions) },
    policy: {
      basicPay: { 'band-6': [36000, 36000] },
      payScalesTo: { 'band-6': 2026 },
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

type Series = ProjectionOutput['staffGroups'][number]['series'];

function inDecember(output: ProjectionOutput, measure: keyof Series): number {
  return output.staffGroups[0]?.series[measure][DECEMBER] ?? NaN;
}

describe('temporary staffing worked by hand', () => {
  const base = project(inputWith({}));
  const rise = (changed: ProjectionOutput, measure: keyof Series): number =>
    inDecember(changed, measure) - inDecember(base, measure);

  it('starts from the actual use and needs 110.54 WTE in December', () => {
    const series = base.staffGroups[0]?.series;
    expect(series?.['bank-fte'][0]).toBeCloseTo(60, 10);
    expect(series?.['agency-fte'][0]).toBeCloseTo(40, 10);
    expect(inDecember(base, 'temporary-need-vacancies-fte')).toBeCloseTo(80 * 1.15407, 4);
    expect(inDecember(base, 'temporary-need-absence-fte')).toBeCloseTo(15.78039 * 1.15407, 4);
    expect(inDecember(base, 'bank-fte')).toBeCloseTo(66.322389, 4);
    expect(inDecember(base, 'agency-fte')).toBeCloseTo(44.214926, 4);
    expect(inDecember(base, 'pay-bill-agency')).toBeCloseTo(44.214926 * COST_OF_ONE * 1.25, 0);
  });

  it('sickness at a target of 4 % from November: WTE released, headroom first, then bank and agency, then the pay bill', () => {
    // Released 900 x 0.02 x 1.125563 = 20.260130. Sickness of 4.5 % stays below the 5 % of headroom that other
    // absence leaves, so that the whole absence of 15.780390 x 1.154070 = 18.211682 WTE needs no cover any more.
    const input = inputWith({ 'sickness-absence.target-rate': 0.04, 'sickness-absence.months-to-target': 8 });
    const better = project(input);
    expect(inDecember(better, 'sickness-released-fte')).toBeCloseTo(20.26013, 5);
    expect(rise(better, 'available-fte')).toBeCloseTo(20.26013, 5);
    expect(rise(better, 'temporary-need-fte')).toBeCloseTo(-18.211682, 4);
    expect(rise(better, 'agency-fte')).toBeCloseTo(-7.284673, 4);
    expect(rise(better, 'pay-bill-agency')).toBeCloseTo(-7.284673 * 1.25 * COST_OF_ONE, 0);
    expect(rise(better, 'pay-bill-bank')).toBeCloseTo(-10.927009 * 1.05 * COST_OF_ONE, 0);
    expect(rise(better, 'pay-bill')).toBeCloseTo(
      rise(better, 'pay-bill-agency') + rise(better, 'pay-bill-bank'),
      6,
    );

    const report = MODULE_REPORTS['sickness-absence']?.({ input, output: better });
    const saving = report?.tables.find(({ key }) => key === 'saving')?.rows[0];
    const cost = (output: ProjectionOutput): number =>
      (['pay-bill-bank', 'pay-bill-agency'] as const)
        .flatMap((line) => output.staffGroups[0]?.series[line] ?? [])
        .reduce((sum, pounds) => sum + pounds, 0);
    expect(saving?.['pounds']).toBeCloseTo(cost(base) - cost(better), 4);
  });

  it('an agency cap of 2 % of posts: 24.21 WTE unfilled, the gap after bank and agency wider by as much, a lower pay bill', () => {
    // Without the cap the gap is 1,100 x 0.95 - 900 x (1 - 0.067534) - 110.537315 = 95.243075.
    const capped = project(inputWith({ 'temporary-staffing.agency-cap': 0.02 }));
    expect(inDecember(base, 'shortfall')).toBeCloseTo(95.243075, 3);
    expect(inDecember(capped, 'agency-fte')).toBeCloseTo(20, 10);
    expect(inDecember(capped, 'unfilled-fte')).toBeCloseTo(24.214926, 4);
    expect(rise(capped, 'shortfall')).toBeCloseTo(24.214926, 4);
    expect(rise(capped, 'bank-fte')).toBe(0);
    expect(rise(capped, 'pay-bill')).toBeCloseTo(-24.214926 * 1.25 * COST_OF_ONE, 0);
  });
});
