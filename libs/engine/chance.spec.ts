import * as fc from 'fast-check';
import { anyInput } from '../../test/support/engine-input.fixture';
import { oneCellInput } from '../../test/support/one-cell-input.fixture';
import {
  binomial,
  EXIT_CAUSES,
  JOINER_SOURCES,
  poisson,
  simulate,
  Substream,
  type GroupChance,
} from './index';

/** Chance of one draw; positions as many as anyone needs. */
function chanceOf(stream: Substream, draw: number): GroupChance {
  return {
    exits: (month, people, probabilities) => {
      let position = 4096 * month;
      let left = people;
      let unspent = 1;
      return probabilities.map((probability) => {
        const leaves = binomial(left, Math.min(1, probability / unspent), () =>
          stream.uniform(draw, position++),
        );
        left -= leaves;
        unspent -= probability;
        return leaves;
      });
    },
    joiners: (month, source, expected) => {
      let position = 4096 * month + 2048 + 128 * source;
      return poisson(expected, () => stream.uniform(draw, position++));
    },
  };
}

const DRAWS = 4000;

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe('chance in small teams', () => {
  it('keeps every balance, whatever is drawn', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 1000 }), (input, draw) => {
        const stream = new Substream('5', 'property');
        const { groups } = simulate(input, { cellMonths: [], chanceOf: () => chanceOf(stream, draw) });
        expect(groups).toHaveLength(input.groups.length);
      }),
      { numRuns: 300 },
    );
  });

  it('of nobody in particular gives the expected flows', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const asExpected: GroupChance = {
          exits: (_, people, probabilities) => probabilities.map((probability) => people * probability),
          joiners: (_, __, expected) => expected,
        };
        const drawn = simulate(input, { cellMonths: [], chanceOf: () => asExpected });
        simulate(input).groups.forEach((group, index) => {
          group.headcount.forEach((people, month) => {
            const other = drawn.groups[index]?.headcount[month] ?? NaN;
            expect(Math.abs(people - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, people));
          });
        });
      }),
    );
  });

  it('draws whole people: binomial exits by cause, Poisson joiners, and expectations as means', () => {
    const people = 40;
    const input = oneCellInput({
      headcount: [people],
      fte: [32],
      plannedExits: [0, 0],
      exitProbability: EXIT_CAUSES.map((_, cause) => [cause < 2 ? 0.05 : 0, 0.05]),
      recruitment: {
        mode: 'planned',
        sources: [
          {
            source: 'international',
            people: [1.5, 1.5],
            ftePerHead: 0.8,
            profiles: [[1]],
            profileOfMonth: [0, 0],
          },
        ],
      },
    });
    const stream = new Substream('6', 'moments');
    const draws = Array.from({ length: DRAWS }, (_, draw) => {
      const { groups } = simulate(input, { cellMonths: [], chanceOf: () => chanceOf(stream, draw + 1) });
      return groups[0]!;
    });
    const expected = simulate(input).groups[0]!;
    const international = JOINER_SOURCES.indexOf('international');

    const joining = momentsOf(draws.map(({ joiners }) => joiners[international]![0]!));
    expect(Math.abs(joining.mean - 1.5)).toBeLessThan(5 * Math.sqrt(1.5 / DRAWS));
    expect(Math.abs(joining.variance / 1.5 - 1)).toBeLessThan(5 * Math.sqrt((2 + 1 / 1.5) / DRAWS));

    // Those in post leave with 1 - 0.95^2; joiners leave as expected, so what varies is whole people.
    const leaves = 1 - 0.95 * 0.95;
    const exits = momentsOf(
      draws.map(({ exits: byCause }) => byCause.reduce((sum, each) => sum + each[0]!, 0)),
    );
    const ofJoiners = 1.5 * (1 - Math.sqrt(1 - leaves));
    const variance = people * leaves * (1 - leaves);
    expect(Math.abs(exits.mean - (people * leaves + ofJoiners))).toBeLessThan(
      5 * Math.sqrt(variance / DRAWS),
    );
    expect(Math.abs(exits.variance / variance - 1)).toBeLessThan(0.15);

    // Both causes alike, and what two months do on average is what is expected.
    const [one, other] = [0, 1].map((cause) =>
      momentsOf(draws.map(({ exits: byCause }) => byCause[cause]![0]!)),
    );
    expect(Math.abs(one!.mean - other!.mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    const closing = momentsOf(draws.map(({ headcount }) => headcount[2]!));
    expect(Math.abs(closing.mean - expected.headcount[2]!)).toBeLessThan(
      5 * Math.sqrt(closing.variance / DRAWS),
    );
    const fte = momentsOf(draws.map((group) => group.fte[2]!));
    expect(Math.abs(fte.mean - expected.fte[2]!)).toBeLessThan(5 * Math.sqrt(fte.variance / DRAWS));
  });

  it('leaves a group as it is expected where none is given for it', () => {
    const input = oneCellInput({ headcount: [40], fte: [32] });
    const { groups } = simulate(input, { cellMonths: [], chanceOf: () => undefined });
    expect(groups[0]?.headcount).toEqual(simulate(input).groups[0]?.headcount);
  });
});
