import * as fc from 'fast-check';
import { shapley, type Attribution } from './shapley';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];

/** A random game: the value of every coalition, by its names put together. */
function gameOf(players: readonly string[], seed: number, scale: number) {
  return (coalition: ReadonlySet<string>): readonly number[] => {
    const key = [...players]
      .filter((player) => coalition.has(player))
      .sort()
      .join('');
    let state = seed;
    for (const letter of key) state = Math.imul(state ^ letter.charCodeAt(0), 0x9e3779b1) ^ (state >>> 15);
    return [1000 + scale * ((state >>> 0) / 4294967296 - 0.5)];
  };
}

const part = (result: Attribution, player: string): number =>
  result.parts.find(({ players }) => players.includes(player))?.values[0] ?? NaN;
const sumOf = (result: Attribution): number =>
  result.parts.reduce((sum, { values }) => sum + (values[0] ?? NaN), 0);
const game = fc.record({
  players: fc.subarray(NAMES.slice(0, 6), { minLength: 1 }),
  seed: fc.integer(),
  scale: fc.constantFrom(1e-9, 1, 700),
});

describe('Shapley values', () => {
  it('solve the textbook game of gloves: one left, two right', () => {
    const pairs = (coalition: ReadonlySet<string>): readonly number[] => [
      coalition.has('left') && (coalition.has('right 1') || coalition.has('right 2')) ? 6 : 0,
    ];
    const result = shapley(['left', 'right 1', 'right 2'], pairs);
    // The left glove is worth 2/3 of the pair, each right one 1/6.
    expect([part(result, 'left'), part(result, 'right 1'), part(result, 'right 2')]).toEqual([4, 1, 1]);
  });

  it('add up to the whole to the bit', () => {
    fc.assert(
      fc.property(game, ({ players, seed, scale }) => {
        const result = shapley(players, gameOf(players, seed, scale));
        expect(sumOf(result)).toBe((result.to[0] ?? NaN) - (result.from[0] ?? NaN));
      }),
      { numRuns: 3000 },
    );
  });

  it('add up in any order where the parts are small beside the figures', () => {
    fc.assert(
      fc.property(game, ({ players, seed }) => {
        const result = shapley(players, gameOf(players, seed, 20));
        const backwards = [...result.parts]
          .reverse()
          .reduce((sum, { values }) => sum + (values[0] ?? NaN), 0);
        expect(backwards).toBe((result.to[0] ?? NaN) - (result.from[0] ?? NaN));
      }),
      { numRuns: 3000 },
    );
  });

  it('add up where opposite parts cancel to nothing', () => {
    const valueOf = (coalition: ReadonlySet<string>): readonly number[] => [
      (coalition.has('a') ? 0.1 : 0) - (coalition.has('b') ? 0.1 : 0),
    ];
    const result = shapley(['a', 'b'], valueOf);
    expect(sumOf(result)).toBe(0);
    expect(part(result, 'a')).toBeCloseTo(0.1, 12);
  });

  it('do not depend on the order of the players', () => {
    fc.assert(
      fc.property(game, ({ players, seed, scale }) => {
        const valueOf = gameOf(players, seed, scale);
        expect(shapley([...players].reverse(), valueOf)).toEqual(shapley(players, valueOf));
      }),
    );
  });

  it('give players that do the same the same', () => {
    fc.assert(
      fc.property(
        game,
        fc.double({ min: -100, max: 100, noNaN: true }),
        ({ players, seed, scale }, worth) => {
          const others = gameOf(players, seed, scale);
          const valueOf = (coalition: ReadonlySet<string>): readonly number[] => {
            const twins = Number(coalition.has('twin 1')) + Number(coalition.has('twin 2'));
            return [(others(coalition)[0] ?? NaN) + worth * twins * twins];
          };
          const result = shapley([...players, 'twin 1', 'twin 2'], valueOf);
          expect(part(result, 'twin 1')).toBeCloseTo(part(result, 'twin 2'), 9);
        },
      ),
    );
  });

  it('give nothing to a player who changes nothing', () => {
    fc.assert(
      fc.property(game, ({ players, seed, scale }) => {
        const valueOf = gameOf(players, seed, scale);
        const result = shapley([...players, 'null'], valueOf);
        expect(Math.abs(part(result, 'null'))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('attribute several figures from one set of coalitions', () => {
    let asked = 0;
    const result = shapley(['a', 'b'], (coalition) => {
      asked += 1;
      return [Number(coalition.has('a')), 2 * Number(coalition.has('b'))];
    });
    expect(result.parts.map(({ values }) => values)).toEqual([
      [1, 0],
      [0, 2],
    ]);
    expect(asked).toBe(4);
  });

  it('take the smallest of more than eight players together', () => {
    const worth = (player: string): number => NAMES.indexOf(player) + 1;
    const valueOf = (coalition: ReadonlySet<string>): readonly number[] => [
      [...coalition].sort().reduce((sum, player) => sum + worth(player), 0),
    ];
    const result = shapley(NAMES, valueOf);
    expect(result.parts).toHaveLength(8);
    expect(result.parts.at(-1)).toEqual({ players: ['a', 'b', 'c', 'd'], values: [10] });
    expect(part(result, 'k')).toBe(11);
    expect(sumOf(result)).toBe(66);
  });

  it('of nobody are nothing', () => {
    expect(shapley([], () => [5])).toEqual({ from: [5], to: [5], parts: [] });
  });
});
