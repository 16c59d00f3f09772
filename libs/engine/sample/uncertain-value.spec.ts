import * as fc from 'fast-check';
import { betaQuantile } from './beta-distribution';
import { SCORE_OF_P90 } from './normal-distribution';
import { type UncertainValue, UNCERTAINTY_FAMILIES, valueAtScore } from './uncertain-value';

const FREE = { minimum: -Infinity, maximum: Infinity };
const score = fc.double({ min: -6, max: 6, noNaN: true });
const uncertain: fc.Arbitrary<UncertainValue> = fc
  .record({
    family: fc.constantFrom(...UNCERTAINTY_FAMILIES),
    low: fc.double({ min: -1, max: 100, noNaN: true }),
    below: fc.double({ min: 0.01, max: 50, noNaN: true }),
    above: fc.double({ min: 0.01, max: 50, noNaN: true }),
  })
  .map(({ family, low, below, above }) => ({
    family,
    low,
    value: low + below,
    high: low + below + above,
    ...FREE,
  }));

describe('an uncertain value', () => {
  it('has the value as median to the bit, and its low and high as P10 and P90', () => {
    fc.assert(
      fc.property(uncertain, (each) => {
        const at = valueAtScore(each);
        const tolerance = 1e-10 * (Math.abs(each.low) + Math.abs(each.high));
        expect(at(0)).toBe(each.value);
        expect(Math.abs(at(-SCORE_OF_P90) - each.low)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(at(SCORE_OF_P90) - each.high)).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  it('rises with its score and stays within the bounds', () => {
    fc.assert(
      fc.property(uncertain, score, score, (each, one, other) => {
        const at = valueAtScore({ ...each, minimum: each.low - 1, maximum: each.high + 1 });
        const [less, more] = [at(Math.min(one, other)), at(Math.max(one, other))];
        const rounding = 1e-12 * (Math.abs(each.low) + Math.abs(each.high));
        expect(less).toBeLessThanOrEqual(more + rounding);
        expect(less).toBeGreaterThanOrEqual(each.low - 1);
        expect(more).toBeLessThanOrEqual(each.high + 1);
      }),
    );
  });

  it('of a rate is symmetric in its ratios, not its differences', () => {
    const at = valueAtScore({ family: 'log-split-normal', low: 0.05, value: 0.1, high: 0.2, ...FREE });
    expect(at(-2) * at(2)).toBeCloseTo(0.01, 12);
    expect(at(-4)).toBeGreaterThan(0);
  });

  it('as a PERT has two ends', () => {
    const at = valueAtScore({ family: 'pert', low: 24, value: 36, high: 54, ...FREE });
    const [start, end] = [at(-8), at(8)];
    expect(start).toBeGreaterThan(10);
    expect(end).toBeLessThan(90);
    // Mode of a PERT with alpha + beta = 6: start + width (alpha - 1) / 4; mean: (start + 4 mode + end) / 6.
    const scores = Array.from({ length: 4001 }, (_, index) => -8 + index / 250);
    const weights = scores.map((each) => Math.exp(-0.5 * each * each));
    const mean =
      scores.reduce((sum, each, index) => sum + at(each) * (weights[index] ?? 0), 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    const mode = (6 * mean - start - end) / 4;
    expect(mode).toBeGreaterThan(start);
    expect(mode).toBeLessThan(36);
  });

  it('without a range is its value', () => {
    expect(valueAtScore({ family: 'pert', low: 3, value: 3, high: 3, ...FREE })(2)).toBe(3);
  });

  it('takes the beta quantiles that tables give', () => {
    // scipy.stats.beta.ppf
    expect(betaQuantile(0.1, { alpha: 1, beta: 5 })).toBeCloseTo(0.020851637639023212, 14);
    expect(betaQuantile(0.5, { alpha: 2, beta: 4 })).toBeCloseTo(0.3138101704556974, 14);
    expect(betaQuantile(0.9, { alpha: 3, beta: 3 })).toBeCloseTo(0.7533635467115334, 14);
    expect(betaQuantile(0.25, { alpha: 4.5, beta: 1.5 })).toBeCloseTo(0.6477318349772556, 14);
  });
});
