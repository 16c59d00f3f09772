import { array, assert, double, integer, property } from 'fast-check';

import { NAIVE_METHODS } from '.';
import { dampedTrend, dampedTrendPath, dampedTrendState } from './damped-trend';
import { twelveMonthDrift } from './drift';
import { fittedLevel, simpleExponentialSmoothing, smoothedLevel } from './exponential-smoothing';
import { noChange } from './no-change';
import { slopeOf, theta } from './theta';

/** Saudi oil production 1996-2013: example of Hyndman and Athanasopoulos, section 7.1. */
const OIL = [
  445.36, 453.2, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87,
  456.72, 473.82, 525.95, 549.83, 542.34,
];

describe('the methods beside the engine', () => {
  it('no change repeats the last month', () => {
    expect(noChange([3, 5, 4], 3)).toEqual([4, 4, 4]);
  });

  it('drift goes on along the line over the last twelve months', () => {
    const year = [50, ...Array.from({ length: 12 }, (_, month) => 100 + month), 124];
    // 124 in the last month and 100 twelve months before: 2 a month.
    expect(twelveMonthDrift(year, 3)).toEqual([126, 128, 130]);
    // Three months known: (6 - 2) / 2 a month.
    expect(twelveMonthDrift([2, 5, 6], 2)).toEqual([8, 10]);
    expect(twelveMonthDrift([7], 2)).toEqual([7, 7]);
  });

  it('exponential smoothing by hand', () => {
    // l = 10; e = 2, l = 11; e = 0, l = 11; e = 3, l = 12.5.
    expect(smoothedLevel([10, 12, 11, 14], 0.5)).toEqual({ level: 12.5, weight: 0.5, squaredError: 13 });
  });

  it('exponential smoothing as published', () => {
    // The textbook fits a weight of 0.8339 and forecasts 542.68.
    expect(smoothedLevel(OIL, 0.8339).level).toBeCloseTo(542.68, 1);
    expect(fittedLevel(OIL).weight).toBeCloseTo(0.83, 1);
    expect(simpleExponentialSmoothing(OIL, 1)[0]).toBeCloseTo(542.7, 0);
  });

  it('damped trend by hand', () => {
    // l = 10, b = 2. Expected 11.6, e = 0.4: l = 11.8, b = 1.7. Expected 13.16, e = 1.84: l = 14.08, b = 1.82.
    const state = dampedTrendState([10, 12, 15], { level: 0.5, trend: 0.5, damping: 0.8 });
    expect(state.level).toBeCloseTo(14.08, 12);
    expect(state.trend).toBeCloseTo(1.82, 12);
    expect(state.squaredError).toBeCloseTo(0.16 + 3.3856, 12);
    // 14.08 + 1.82 x 0.8, then + 1.82 x (0.8 + 0.64).
    const [first, second] = dampedTrendPath(state, 0.8, 2);
    expect(first).toBeCloseTo(15.536, 12);
    expect(second).toBeCloseTo(16.7008, 12);
  });

  it('damped trend flattens: later months add less', () => {
    const path = dampedTrend([100, 102, 104, 106, 108, 110], 36);
    const steps = path.slice(1).map((value, index) => value - (path[index] ?? NaN));
    expect(steps.every((step, index) => index === 0 || step < (steps[index - 1] ?? NaN))).toBe(true);
  });

  it('theta by hand: half the slope of the line as drift', () => {
    // A weight of 1 fits a straight line best, so that (1 - (1 - a)^n) / a = 1: 4 + 0.5 h.
    expect(slopeOf([1, 2, 3, 4])).toBe(1);
    expect(theta([1, 2, 3, 4], 2)).toEqual([4.5, 5]);
  });

  it('theta is the mean of the trend line and the smoothed line of doubled curvature', () => {
    const series = [20, 26, 21, 29, 24, 30, 27, 35];
    const { weight } = fittedLevel(series);
    const slope = slopeOf(series);
    const intercept = series.reduce((sum, value) => sum + value, 0) / 8 - slope * 3.5;
    const doubled = series.map((value, month) => 2 * value - (intercept + slope * month));
    const drifting = theta(series, 1)[0] ?? NaN;
    const level = smoothedLevel(doubled, weight).level;
    // The closed form begins the smoothing from the first month itself; the difference dies away by (1 - a)^n.
    const tolerance = Math.abs(2 * (1 - weight) ** 8 * 10) + 0.5 * slope;
    expect(Math.abs(drifting - (intercept + slope * 8 + level) / 2)).toBeLessThan(tolerance);
  });

  it('none is ever negative or of another length, and all keep a constant series', () => {
    const series = array(double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    assert(
      property(series, integer({ min: 1, max: 24 }), (values, horizon) => {
        for (const method of Object.values(NAIVE_METHODS)) {
          const path = method(values, horizon);
          expect(path).toHaveLength(horizon);
          expect(path.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
          const level = values[0] ?? 0;
          const constant = values.map(() => level);
          method(constant, horizon).forEach((value) => {
            expect(Math.abs(value - level)).toBeLessThanOrEqual(1e-6 * level);
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});
