import { assert as check, double, property, record } from 'fast-check';

import { boardDifference, classShares, disparityRatio, likelihoodRatio } from './equality-indicators';

const people = double({ min: 0, max: 1e6, noNaN: true });
const classes = record({ characteristic: people, reference: people, unknown: people });

describe('indicators of a protected characteristic', () => {
  it('share between 0 and 1, and sum to 1 with the reference and the unknown', () => {
    check(
      property(classes, (counts) => {
        const { ofAll, ofKnown, unknown } = classShares(counts);
        const total = counts.characteristic + counts.reference + counts.unknown;
        if (ofAll === null || unknown === null) return void expect(total).toBe(0);
        expect(Math.min(ofAll, ofKnown ?? 0, unknown)).toBeGreaterThanOrEqual(0);
        expect(Math.max(ofAll, ofKnown ?? 0, unknown)).toBeLessThanOrEqual(1);
        expect(ofAll).toBeLessThanOrEqual((ofKnown ?? 0) + 1e-12);
        expect(ofAll + unknown + counts.reference / total).toBeCloseTo(1, 10);
      }),
    );
  });

  it('divide in the published directions, and say nothing where there is nothing to divide by', () => {
    const events = { characteristic: 5, reference: 30, unknown: 2 };
    const pool = { characteristic: 50, reference: 100, unknown: 10 };
    expect(likelihoodRatio(events, pool, 'reference-over-characteristic')).toBeCloseTo(3, 12);
    expect(likelihoodRatio(events, pool, 'characteristic-over-reference')).toBeCloseTo(1 / 3, 12);
    const nobody = { ...events, characteristic: 0 };
    expect(likelihoodRatio(nobody, pool, 'reference-over-characteristic')).toBeNull();
    expect(likelihoodRatio(nobody, pool, 'characteristic-over-reference')).toBe(0);
    expect(likelihoodRatio(events, { ...pool, reference: 0 }, 'characteristic-over-reference')).toBeNull();
  });

  it('make the disparity ratio a chain: lower to upper is the product of its two steps', () => {
    const [lower, middle, upper] = [
      { characteristic: 400, reference: 600, unknown: 50 },
      { characteristic: 200, reference: 500, unknown: 20 },
      { characteristic: 30, reference: 150, unknown: 5 },
    ];
    const steps = (disparityRatio(lower, middle) ?? NaN) * (disparityRatio(middle, upper) ?? NaN);
    expect(disparityRatio(lower, upper)).toBeCloseTo(steps, 12);
    expect(disparityRatio(lower, upper)).toBeCloseTo(150 / 600 / (30 / 400), 12);
    expect(disparityRatio({ ...lower, characteristic: 0 }, upper)).toBeNull();
  });

  it('compare the board with the workforce on the basis of everybody', () => {
    const board = { characteristic: 2, reference: 9, unknown: 1 };
    const workforce = { characteristic: 300, reference: 650, unknown: 50 };
    expect(boardDifference(board, workforce)).toBeCloseTo(2 / 12 - 0.3, 12);
  });
});
