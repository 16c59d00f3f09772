import fc from 'fast-check';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import { Attack } from './attack';
import type { CellKnowledge } from './block-attack';
import type { Constraint } from './constraint-system';
import { legendInterval, PROTECTED_WIDTH, publishCount } from './disclosure-rule';
import { propagateIntervals } from './interval-propagation';

describe('the auditor as an attacker', () => {
  let solver: LinearSolver;

  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  /** Publishes sums of whole numbers by the rule and attacks those under 5. */
  function attack(world: readonly number[], sums: readonly (readonly number[])[]): readonly CellKnowledge[] {
    const constraints = published(world, sums);
    const attacker = new Attack(
      { system: { variables: world.map(() => ({ isWhole: true })), constraints }, world },
      hiddenPlaces(constraints).map((constraint) => ({ constraint, isWhole: true, width: PROTECTED_WIDTH })),
      solver,
    );
    const found = attacker.examine();
    attacker.close();
    return found;
  }

  // Worked by hand: a team of 3 and 4 shown as c, c and 5. The total is 5 to 7, neither part exceeds 4, so each is
  // at least 1.
  it('finds that two hidden parts of a total of 5 cannot be zero', () => {
    expect(attack([3, 4], [[0], [1], [0, 1]])).toMatchObject([
      { constraint: 0, low: 1, high: 4 },
      { constraint: 1, low: 1, high: 4 },
    ]);
  });

  // Worked by hand: c, c, c and 5. Each part may be 0 (the others 4 and 1) or 4 (the others 1 and 0).
  it('finds nothing where three hidden parts share a total of 5', () => {
    expect(attack([2, 1, 3], [[0], [1], [2], [0, 1, 2]])).toEqual([]);
  });

  // Worked by hand. 4, 7 and 8 are shown as c, 5, 10 and 20: the total is 18 or more, the open parts 7 and 12 or
  // less: nothing is known of the first. 4, 5 and 5 are shown as c, 5, 5 and 15: 13 or more, less 7 and 7: nothing.
  // 4, 7 and 7 are shown as c, 5, 5 and 20: 18 or more, less 7 and 7: 4 people, exactly.
  it('subtracts roundings as a reader could', () => {
    expect(attack([4, 7, 8], [[0], [1], [2], [0, 1, 2]])).toEqual([]);
    expect(attack([4, 5, 5], [[0], [1], [2], [0, 1, 2]])).toEqual([]);
    expect(attack([4, 7, 7], [[0], [1], [2], [0, 1, 2]])).toMatchObject([{ constraint: 0, low: 4, high: 4 }]);
  });

  // By hand: a + 2b = 7 leaves a = 0 to 4 for parts of people; for whole people a is odd, so 1 or 3.
  it('knows that people are whole', () => {
    const constraints = [
      { columns: [0], low: 0, high: 4 },
      { columns: [0, 1], weights: [1, 2], low: 7, high: 7 },
    ];
    const attacker = new Attack(
      { system: { variables: [{ isWhole: true }, { isWhole: true }], constraints }, world: [1, 3] },
      [{ constraint: 0, isWhole: true, width: PROTECTED_WIDTH }],
      solver,
    );
    expect(attacker.examine()).toMatchObject([{ constraint: 0, low: 1, high: 3 }]);
    attacker.close();
  });

  it('agrees with counting all possible worlds', () => {
    const tables = fc.record({
      world: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 4 }),
      sums: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(tables, ({ world, sums: masks }) => {
        const parts = world.map((_, place) => [place]);
        const drawn = masks.map((mask) => parts.flat().filter((place) => (mask >> place) & 1));
        const sums = [...parts, ...drawn.filter(({ length }) => length > 1)];
        const found = new Map(attack(world, sums).map((cell) => [cell.constraint, cell]));
        const counted = countWorlds(world.length, published(world, sums));
        for (const constraint of hiddenPlaces(published(world, sums))) {
          const [low = 0, high = 0] = counted[constraint] ?? [];
          const known = found.get(constraint);
          expect({ constraint, isSafe: known === undefined }).toEqual({
            constraint,
            isSafe: high - low >= PROTECTED_WIDTH,
          });
          if (known !== undefined) expect([known.low, known.high]).toEqual([low, high]);
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it('never has the truth outside the bounds that it propagates', () => {
    const worlds = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(worlds, (world) => {
        const sums = [...world.map((_, place) => [place]), world.map((_, place) => place), [0, 1]];
        const bounds = propagateIntervals({
          variables: world.map(() => ({ isWhole: true })),
          constraints: published(world, sums),
        });
        sums.forEach((places, row) => {
          const truth = sumAt(world, places);
          expect(bounds[row]?.low).toBeLessThanOrEqual(truth);
          expect(bounds[row]?.high).toBeGreaterThanOrEqual(truth);
        });
      }),
    );
  });
});

function sumAt(world: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (world[place] ?? 0), 0);
}

function published(world: readonly number[], sums: readonly (readonly number[])[]): readonly Constraint[] {
  return sums.map((columns) => ({
    columns,
    ...legendInterval(publishCount(sumAt(world, columns)), 'whole'),
  }));
}

function hiddenPlaces(constraints: readonly Constraint[]): readonly number[] {
  return constraints.flatMap(({ low, high }, place) =>
    low === 0 && high === PROTECTED_WIDTH ? [place] : [],
  );
}

/** Least and greatest sum of each constraint over all worlds of whole people, by trying every one. */
function countWorlds(size: number, constraints: readonly Constraint[]): readonly (readonly number[])[] {
  const ends = constraints.map(() => [Infinity, -Infinity]);
  const most = 13;
  for (let code = 0; code < Math.pow(most, size); code += 1) {
    const world = Array.from({ length: size }, (_, place) => Math.floor(code / Math.pow(most, place)) % most);
    const sums = constraints.map(({ columns }) => sumAt(world, columns));
    if (!constraints.every(({ low, high }, row) => sums[row]! >= low && sums[row]! <= high)) continue;
    sums.forEach((sum, row) => {
      ends[row] = [Math.min(ends[row]![0]!, sum), Math.max(ends[row]![1]!, sum)];
    });
  }
  return ends;
}
