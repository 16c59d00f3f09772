import * as fc from 'fast-check';
import { comparedYear, monthOf } from '../variance/year-figures.fixture';
import { COMPARED_LINE_NAMES, type MonthFigures } from '../variance/lines';
import type { ComparedYear } from '../variance/substantive-variance';
import { forecastFlow, forecastRate, forecastStock, straightLineStock } from './forecast-line';
import { yearOutturn } from './year-outturn';

const PLAN = [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112];

describe('forecast outturn', () => {
  it('follows the shape of the plan that is left, and a fifth of the own run', () => {
    // At month 6 actual is 5 % above plan: 106 x 1.05 = 111.3. Run: ln 1.05 / 6 a month, a fifth of it for 6 months.
    const actual = [100, 101, 102, 103, 104, 108, 111.3];
    const path = forecastStock({ plan: PLAN, actual });
    expect(path).toHaveLength(6);
    expect(path[5]).toBeCloseTo(111.3 * (112 / 106) * 1.05 ** 0.2, 10);
    expect(straightLineStock({ plan: PLAN, actual })).toBeCloseTo(100 + 11.3 * 2, 10);
  });

  it('one month says little: its run is spread over six', () => {
    const path = forecastStock({ plan: PLAN, actual: [100, 101 * 1.03] });
    expect(path[10]).toBeCloseTo(101 * 1.03 * (112 / 101) * 1.03 ** ((0.2 * 11) / 6), 10);
  });

  it('scales the months of a flow that are left by actual over plan to date', () => {
    expect(forecastFlow({ plan: [2, 4, 6, 8], actual: [3, 6] })).toEqual([9, 12]);
    expect(forecastFlow({ plan: [0, 0, 6], actual: [3, 5] })).toEqual([4]);
  });

  it('carries half of what a rate differs from plan, on a log scale', () => {
    expect(forecastRate({ plan: [4, 4, 5, 6], actual: [9, 9] })[1]).toBeCloseTo(9, 12);
    expect(forecastRate({ plan: [4, 4, 5, 6], actual: [0, 0] })).toEqual([0, 0]);
  });

  it('puts pay of the whole year and staff in post of its last month beside the run-rate', () => {
    const month = (wte: number): MonthFigures =>
      monthOf({ substantive: wte, 'substantive-pay': wte * 4000, 'bank-pay': 0, 'agency-pay': 0 });
    const year: ComparedYear = {
      plan: { openingSubstantive: 10_000, months: PLAN.slice(1).map(month) },
      actual: { openingSubstantive: 10_000, months: [month(101), month(102)] },
      reforecast: Array.from({ length: 10 }, () => month(102)),
    };
    // As planned so far: the forecast is the plan. The straight line gains 1 WTE a month; pay goes on at 101.5.
    expect(yearOutturn(year, 'substantive')).toEqual({
      plan: 11_200,
      forecast: 11_200,
      runRate: 11_200,
      reforecast: 10_200,
    });
    expect(yearOutturn(year, 'pay')).toEqual({
      plan: 1278 * 400_000,
      forecast: 1278 * 400_000,
      runRate: 1218 * 400_000,
      reforecast: (101 + 11 * 102) * 400_000,
    });
    expect(yearOutturn(year, 'bank')).toEqual({
      plan: null,
      forecast: null,
      runRate: null,
      reforecast: null,
    });
  });

  it('is the actual once the year is closed, and never negative', () => {
    fc.assert(
      fc.property(comparedYear, (year) => {
        for (const line of COMPARED_LINE_NAMES) {
          const { forecast, runRate } = yearOutturn(year, line);
          expect(forecast ?? 0).toBeGreaterThanOrEqual(0);
          if (year.actual.months.length === 12) expect(forecast).toBe(runRate);
        }
      }),
      { numRuns: 200 },
    );
  });
});
