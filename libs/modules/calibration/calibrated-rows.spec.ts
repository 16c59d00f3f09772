import { monthNumber, monthText } from '../compilation/timeline';
import { PARAMETERS } from '../registry';
import { calibrate, calibratedRows, nationalJoinerShares } from '.';

const STAFF_GROUP = 'nurses-and-health-visitors';

const calibration = calibrate({
  history: {
    staffGroup: STAFF_GROUP,
    headcount: 4000,
    months: Array.from({ length: 36 }, (_, index) => ({
      month: monthText(monthNumber('2025-11') - 35 + index),
      fte: 3500 * 1.02 ** (index / 12),
      fteDaysAvailable: 105_000,
      fteDaysLost: 5_000,
    })),
    turnover: [
      { month: '2025-11', openingHeadcount: 4000, closingHeadcount: 4005, joiners: 35, leavers: 30 },
    ],
  },
  peers: {
    leaverRate: { value: 0.085, low: 0.07, high: 0.13, source: 'England' },
    sickness: { value: 0.055, source: 'England' },
    netGrowth: { value: 0.01, source: 'England' },
  },
  years: 6,
  joinerShares: nationalJoinerShares(STAFF_GROUP),
});
const rows = calibratedRows(calibration, { firstYear: 2026, monthsToStart: 12 });
const valuesOf = (parameter: string): number[] =>
  rows.filter((row) => row.parameter === parameter).map(({ value }) => value);

describe('the assumptions that a calibration amounts to', () => {
  it('use keys of the registry, within its bounds, each with its basis', () => {
    const known = new Map(PARAMETERS.map((parameter) => [parameter.key, parameter]));
    for (const { parameter, value, basis } of rows) {
      const definition = known.get(parameter);
      expect(definition).toBeDefined();
      expect(value).toBeGreaterThanOrEqual(definition?.minimum ?? Infinity);
      expect(value).toBeLessThanOrEqual(definition?.maximum ?? -Infinity);
      expect(basis.length).toBeGreaterThan(0);
      expect(basis.length).toBeLessThanOrEqual(255);
    }
  });

  it('hold all joiners of each year, by source, and none from abroad', () => {
    const sources = [...new Set(rows.map(({ parameter }) => parameter))].filter(
      (key) => key !== 'retention.leaver-rate' && key !== 'sickness-absence.rate',
    );
    calibration.joiners.total.forEach((total, index) => {
      const sum = sources.reduce((all, parameter) => all + (valuesOf(parameter)[index] ?? 0), 0);
      expect(sum).toBeCloseTo(total, 6);
    });
    expect(sources).not.toContain('international-recruitment.arrivals-registered');
  });

  it('begin the round from the stock that the months before it leave, not a whole year on', () => {
    const atStart = calibratedRows(calibration, { firstYear: 2026, monthsToStart: 4 });
    const growth = calibration.growthByYear[0] ?? 0;
    const factor = (1 + growth / 3) / (1 + growth);
    atStart.forEach(({ parameter, firstYear, value }, index) => {
      const isLater = firstYear > 2025 && parameter !== 'retention.leaver-rate';
      expect(value).toBeCloseTo((rows[index]?.value ?? 0) * (isLater ? factor : 1), 10);
    });
    expect(growth).toBeGreaterThan(0);
  });

  it('set rates once, from the year before the round on, with local, peer and weight', () => {
    const leavers = rows.filter(({ parameter }) => parameter === 'retention.leaver-rate');
    expect(leavers).toHaveLength(1);
    expect(leavers[0]).toMatchObject({ firstYear: 2025, staffGroup: STAFF_GROUP });
    const { value, weight, peer } = leavers[0]?.evidence ?? { value: null, weight: 0, peer: 0 };
    expect(leavers[0]?.value).toBeCloseTo(weight * (value ?? 0) + (1 - weight) * peer, 12);
  });
});
