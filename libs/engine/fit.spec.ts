import * as fc from 'fast-check';
import { FitError, fit } from './fit';

const weights = (length: number, min = 1): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min, max: 50 }), { minLength: length, maxLength: length });
const shares = (values: readonly number[]): number[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
};

describe('iterative proportional fitting', () => {
  it('meets both margins and keeps the odds ratio of the seed', () => {
    const { cells, converged } = fit({
      seed: [2, 1, 1, 2],
      margins: [
        [60, 40],
        [50, 50],
      ],
    });
    const [a, b, c, d] = [...cells] as [number, number, number, number];
    expect(converged).toBe(true);
    [a + b, c + d, a + c, b + d].forEach((sum, index) => {
      expect(sum).toBeCloseTo([60, 40, 50, 50][index] ?? NaN, 9);
    });
    expect((a * d) / (b * c)).toBeCloseTo(4, 9);
  });

  it('meets every margin of a positive seed, in three dimensions', () => {
    fc.assert(
      fc.property(weights(12), weights(2), weights(3), weights(2), (seed, one, two, three) => {
        const margins = [shares(one), shares(two), shares(three)];
        const { cells, residual, converged } = fit({ seed, margins });
        expect(converged).toBe(true);
        expect(residual).toBeLessThanOrEqual(1e-12);
        expect(cells.every((cell) => cell >= 0)).toBe(true);
        margins[1]?.forEach((wanted, place) => {
          const found = cells.reduce(
            (sum, cell, index) => sum + (Math.floor(index / 2) % 3 === place ? cell : 0),
            0,
          );
          expect(found).toBeCloseTo(wanted, 10);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('empties the cells of a zero margin', () => {
    const { cells, converged } = fit({
      seed: [1, 1, 1, 1],
      margins: [
        [100, 0],
        [30, 70],
      ],
    });
    expect(converged).toBe(true);
    expect([...cells]).toEqual([30, 70, 0, 0]);
  });

  it('reports what a seed without people in a class cannot meet', () => {
    const { residual, converged, iterations } = fit(
      {
        seed: [1, 0, 1, 0],
        margins: [
          [50, 50],
          [80, 20],
        ],
      },
      { tolerance: 1e-12, maximumIterations: 25 },
    );
    expect(converged).toBe(false);
    expect(residual).toBeCloseTo(0.2, 12);
    expect(iterations).toBe(25);
  });

  it('fits an empty table', () => {
    expect(fit({ seed: [1, 1], margins: [[0, 0]] })).toMatchObject({ residual: 0, converged: true });
  });

  it.each([
    [
      {
        seed: [1, 1, 1],
        margins: [
          [1, 1],
          [1, 1],
        ],
      },
      'the seed has 3 cells, the margins describe 4',
    ],
    [
      {
        seed: [1, 1, 1, 1],
        margins: [
          [1, 2],
          [1, 1],
        ],
      },
      'margin 1 sums to 2, margin 0 to 3',
    ],
    [{ seed: [1, -1], margins: [[1, 1]] }, 'seed and margins must be finite and not negative'],
    [{ seed: [1, 1], margins: [[NaN, 1]] }, 'seed and margins must be finite and not negative'],
  ])('refuses %j', (problem, message) => {
    expect(() => fit(problem)).toThrow(new FitError(message));
  });
});
