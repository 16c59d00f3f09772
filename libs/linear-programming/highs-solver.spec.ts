import * as fc from 'fast-check';
import { loadLinearSolver } from './highs-solver';
import type { Constraint, LinearSolver, Variable } from './linear-solver';

const OPTIONS = { integerNodes: 1_000, changes: 'bounds' } as const;
const free = (low: number, high: number): Variable => ({ low, high, isWhole: true });
const row = (weights: readonly number[], low: number, high: number): Constraint => ({
  columns: weights.map((_, column) => column),
  weights,
  low,
  high,
});

describe('the linear solver', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  it('finds the integer optimum that trying every point finds', () => {
    const small = fc.integer({ min: -5, max: 5 });
    const cases = fc.record({
      costs: fc.array(small, { minLength: 3, maxLength: 3 }),
      rows: fc.array(
        fc.tuple(fc.array(small, { minLength: 3, maxLength: 3 }), fc.integer({ min: -6, max: 12 })),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    });
    const points = Array.from({ length: 125 }, (_, place) => [
      place % 5,
      Math.floor(place / 5) % 5,
      Math.floor(place / 25),
    ]);
    const dot = (left: readonly number[], right: readonly number[]): number =>
      left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0);
    fc.assert(
      fc.property(cases, ({ costs, rows }) => {
        const program = solver.open(
          [free(0, 4), free(0, 4), free(0, 4)],
          rows.map(([weights, most]) => row(weights, -Infinity, most)),
          OPTIONS,
        );
        const outcome = program.optimise('least', Float64Array.from(costs), true);
        program.close();
        const allowed = points.filter((point) =>
          rows.every(([weights, most]) => dot(weights, point) <= most),
        );
        const least = Math.min(...allowed.map((point) => dot(costs, point)));
        if (allowed.length === 0) expect(outcome.status).toBe('infeasible');
        else expect(outcome.status === 'optimal' ? outcome.point.objective : NaN).toBeCloseTo(least, 6);
      }),
      { numRuns: 10 },
    );
  });

  it('prices a limit at what one more of it saves, and a bound likewise', () => {
    // least 2x + 3y with x + y >= 10 and x <= 4: the limit costs 3, one more of x saves 1.
    const program = solver.open([free(0, 4), free(0, Infinity)], [row([1, 1], 10, Infinity)], OPTIONS);
    const outcome = program.optimise('least', Float64Array.of(2, 3), false);
    if (outcome.status !== 'optimal') throw new Error(outcome.status);
    expect(outcome.point.objective).toBeCloseTo(26, 9);
    expect(outcome.point.rowPrices[0]).toBeCloseTo(3, 9);
    expect(outcome.point.columnPrices[0]).toBeCloseTo(-1, 9);
    program.boundColumn(0, 0, 5);
    const wider = program.optimise('least', Float64Array.of(2, 3), false);
    expect(wider.status === 'optimal' ? wider.point.objective : NaN).toBeCloseTo(25, 9);
    program.close();
  });

  it('tells what has no end from what has no point, and names the limits that contradict one another', () => {
    const open = solver.open([free(0, Infinity)], [row([1], 0, Infinity)], OPTIONS);
    expect(open.optimise('least', Float64Array.of(-1), false).status).toBe('unbounded');
    open.close();
    const limits = [row([1, 1], 10, Infinity), row([1, 0], 0, 3), row([0, 1], 0, 4), row([1, -1], -50, 50)];
    const contradicting = solver.open([free(0, 100), free(0, 100)], limits, OPTIONS);
    expect(contradicting.optimise('least', Float64Array.of(1, 1), false).status).toBe('infeasible');
    expect([...(contradicting.conflict()?.rows ?? [])].sort()).toEqual([0, 1, 2]);
    contradicting.boundRow(0, 7, Infinity);
    expect(contradicting.optimise('least', Float64Array.of(1, 1), false).status).toBe('optimal');
    contradicting.close();
  });
});
