import * as fc from 'fast-check';
import { loadLinearSolver, type Constraint, type LinearSolver } from '#linear-programming';
import { bestMix, type MasterLimit, type Offer } from './master-program';

/** A system whose plans are the points of a square; its offers are the corners. */
interface Square {
  readonly side: number;
  readonly costs: readonly [number, number];
  /** Of each shared limit, by amount. */
  readonly takes: readonly (readonly [number, number])[];
}

const offersOf = ({ side, costs, takes }: Square): readonly Offer[] =>
  [0, side].flatMap((first) =>
    [0, side].map((second) => ({
      objective: costs[0] * first + costs[1] * second,
      use: takes.map(([one, other]) => one * first + other * second),
    })),
  );

describe('the master program', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  const limit = (sense: MasterLimit['sense'], bound: number): MasterLimit => ({ sense, bound, scale: 2 });

  it('mixes the corners of all systems into the optimum of one program over all of them', () => {
    const small = fc.integer({ min: -4, max: 4 });
    const pair = fc.tuple(small, small);
    const square = fc.record({
      side: fc.integer({ min: 1, max: 3 }),
      costs: pair,
      takes: fc.tuple(pair, pair),
    });
    const cases = fc.record({
      systems: fc.array(square, { minLength: 2, maxLength: 4 }),
      most: fc.integer({ min: -6, max: 10 }),
      least: fc.integer({ min: -6, max: 6 }),
    });
    fc.assert(
      fc.property(cases, ({ systems, most, least }) => {
        const variables = systems.flatMap(({ side }) => [
          { low: 0, high: side, isWhole: false },
          { low: 0, high: side, isWhole: false },
        ]);
        const row = (place: number, low: number, high: number): Constraint => ({
          columns: variables.map((_, column) => column),
          weights: systems.flatMap(({ takes }) => takes[place] ?? []),
          low,
          high,
        });
        const program = solver.open(variables, [row(0, -Infinity, most), row(1, least, Infinity)], {
          integerNodes: 1,
          changes: 'bounds',
        });
        const costs = Float64Array.from(systems.flatMap(({ costs: own }) => own));
        const whole = program.optimise('least', costs, false);
        program.close();
        const limits = [limit('at-most', most), limit('at-least', least)];
        const mix = bestMix(solver, systems.map(offersOf), limits);
        expect(mix.phase).toBe(whole.status === 'optimal' ? 'best' : 'reach');
        if (whole.status !== 'optimal') return;
        expect(mix.value).toBeCloseTo(whole.point.objective, 4);
        const bound = systems.reduce((sum, system) => {
          const charged = offersOf(system).map(({ objective, use }) =>
            mix.charges.reduce((cost, charge, place) => cost + charge * (use[place] ?? 0), objective),
          );
          return sum + Math.min(...charged);
        }, 0);
        const room = mix.charges[0]! * most + mix.charges[1]! * least;
        expect(bound - room).toBeCloseTo(whole.point.objective, 4);
      }),
      { numRuns: 200 },
    );
  });

  it('makes the breach least while the offers cannot keep the limits, and prices the breach', () => {
    const offers = [[{ objective: 0, use: [4] }], [{ objective: 5, use: [3] }]];
    const mix = bestMix(solver, offers, [limit('at-most', 6)]);
    expect(mix).toMatchObject({ phase: 'reach', value: 0.5, breach: [0.5] });
    expect(mix.charges[0]).toBeCloseTo(0.5, 9);
  });
});
