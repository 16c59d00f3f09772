import { leaverReport } from '#modules/retention';
import {
  defaultAssumptions,
  project,
  type ProjectionInput,
  type ResolvedAssumptions,
} from '#modules/projection';
import { loadPolicy, projectionPolicy } from '#policy';
import published from './vectors/reconciliation.json';
import scenarios from './vectors/national-scenarios.json';

/**
 * Published national headlines load as scenarios: assumptions by year, nothing in code. England is one
 * organisation with one staff group, one WTE a head; the funded posts are the staff at the start, so that
 * the requirement is they plus the shortfall published.
 */
type Scenario = (typeof scenarios)['ltwp-2023-with-plan'];

const FIRST_YEAR = 2022;
const COUNT_CLASSES = { bands: ['band-5'], ethnicities: ['not-known'] };

function inputOf(scenario: Scenario): ProjectionInput {
  const years = scenario.leaverRate.length;
  const calendar = { baselineMonth: '2022-03', firstYear: FIRST_YEAR, years };
  // Index 0 is the year before the first, of which no month is left.
  const byYear = (values: readonly number[]) => ({ 'all-staff': { values: [values[0] ?? 0, ...values] } });
  const everyYear = (value: number) => byYear(new Array<number>(years).fill(value));
  const entered: ResolvedAssumptions = {
    'growth.unmet-need': everyYear(scenario.unmetNeed),
    'growth.requirement-growth': byYear(scenario.requirementGrowth),
    'growth.establishment-growth': everyYear(0),
    'growth.joiners-wider-labour-market': byYear(scenario.joinersFromOutsideTheNhs),
    'international-recruitment.arrivals-registered': byYear(scenario.internationalJoiners),
    'retention.leaver-rate': byYear(scenario.leaverRate),
    'efficiency.productivity': everyYear(0),
    'skill-mix.promotion-rate': everyYear(0),
  };
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'ENG', name: 'England' },
    calendar,
    ...COUNT_CLASSES,
    ageBands: [{ code: 'all-ages', widthYears: null }],
    staffGroups: [
      {
        code: 'central-functions',
        name: 'All staff',
        registered: false,
        medical: false,
        basis: 'workforce-statistics',
        headcount: scenario.openingFte,
        fte: scenario.openingFte,
        establishment: scenario.openingFte,
        bandShares: [1],
        ageShares: [1],
        ethnicityShares: [1],
        profileSource: 'published headline',
      },
    ],
    assumptions: { ...defaultAssumptions(calendar), ...entered },
    policy: projectionPolicy(loadPolicy(), FIRST_YEAR, years),
    seed: '0',
    draws: 0,
  };
}

/** Figures at 31 March `years` years after the start. */
function figuresOf(scenario: Scenario) {
  const [group] = project(inputOf(scenario)).staffGroups;
  if (group === undefined) throw new Error('no staff group');
  const { series } = group;
  const fteAfter = (years: number): number => series.fte[12 * years] ?? NaN;
  return {
    fteAfter,
    shortfallAfter: (years: number): number => (series.requirement[12 * years] ?? NaN) - fteAfter(years),
    leaverRateIn: (year: number): number =>
      leaverReport(series, { from: 12 * year, to: 12 * year + 12 }).exitsOverMeanHeadcount ?? NaN,
    internationalShareIn: (year: number): number => {
      const months = (flow: readonly number[]): number =>
        flow.slice(12 * year + 1, 12 * year + 13).reduce((sum, each) => sum + each, 0);
      const international = months(series['joiners-international']);
      return international / (international + months(series['joiners-wider-labour-market']));
    },
  };
}

const { ltwp_2023: ltwp, real_centre_2022: realCentre } = published;

describe('the NHS Long Term Workforce Plan 2023 as a scenario', () => {
  const planned = figuresOf(scenarios['ltwp-2023-with-plan']);
  const unchanged = figuresOf(scenarios['ltwp-2023-no-action']);

  it('starts from the published staff and shortfall', () => {
    expect(planned.fteAfter(0)).toBe(ltwp.fte_2021_22);
    expect(planned.shortfallAfter(0)).toBeCloseTo(ltwp.start_shortfall, -2);
  });

  it('reaches the published staff in 2036/37, and then what is required', () => {
    const [least = NaN, most = NaN] = ltwp.fte_2036_37;
    expect(planned.fteAfter(15)).toBeGreaterThanOrEqual(least);
    expect(planned.fteAfter(15)).toBeLessThanOrEqual(most);
    expect(Math.abs(planned.shortfallAfter(15))).toBeLessThan(1000);
  });

  it('falls short by the published range without action', () => {
    const [least = NaN, most = NaN] = ltwp.no_action_shortfall_2036_37;
    expect(unchanged.shortfallAfter(15)).toBeGreaterThanOrEqual(least);
    expect(unchanged.shortfallAfter(15)).toBeLessThanOrEqual(most);
  });

  it('brings the leaver rate into the published range', () => {
    const [least = NaN, most = NaN] = ltwp.leaver_rate['2036_37'];
    expect(planned.leaverRateIn(0)).toBeCloseTo(ltwp.leaver_rate['2022'], 2);
    expect(planned.leaverRateIn(14)).toBeGreaterThanOrEqual(least);
    expect(planned.leaverRateIn(14)).toBeLessThanOrEqual(most);
  });

  it('brings the international share of joiners into the published range', () => {
    const [least = NaN, most = NaN] = ltwp.international_share_of_joiners['2036_37'];
    expect(planned.internationalShareIn(0)).toBeCloseTo(ltwp.international_share_of_joiners['2021_22'], 3);
    expect(planned.internationalShareIn(14)).toBeGreaterThanOrEqual(least);
    expect(planned.internationalShareIn(14)).toBeLessThanOrEqual(most);
  });
});

describe('the REAL Centre projections 2022 as a scenario', () => {
  const figures = figuresOf(scenarios['real-centre-2022']);

  it.each([
    [0, realCentre.gap_2021_22],
    [3, realCentre.gap_2024_25],
    [9, realCentre.gap_2030_31],
  ])('has the published gap after %i years', (years, gap) => {
    expect(Math.abs(figures.shortfallAfter(years) - gap) / gap).toBeLessThan(0.005);
  });
});
