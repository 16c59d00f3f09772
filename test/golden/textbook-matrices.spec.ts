import { type EngineGroupOutput, simulate } from '#engine';
import { expectNear, readVector, textbookInput } from './textbook';

interface Matrix {
  readonly start: readonly number[];
  readonly transition: readonly (readonly number[])[];
}

/**
 * One step of a year of a Markov matrix whose rows are shares of the opening stock: what a row lacks
 * to 1 exits, and moves are conditional on staying.
 */
function oneYear({ start, transition }: Matrix): readonly EngineGroupOutput[] {
  const stay = transition.map((row) => row.reduce((sum, share) => sum + share, 0));
  const groups = start.map((people, index) => ({
    code: `state-${index}`,
    people,
    exits: [1 - (stay[index] ?? NaN)],
  }));
  const moves = transition.flatMap((row, from) =>
    row
      .map((share, to) => ({ from, to, probability: share / (stay[from] ?? NaN) }))
      .filter(({ to, probability }) => to !== from && probability > 0),
  );
  return simulate(textbookInput({ groups, moves, months: 1, stepYears: 1 })).groups;
}

function exitsOf(group: EngineGroupOutput): number {
  return group.exits.reduce((sum, cause) => sum + (cause[0] ?? NaN), 0);
}

describe('textbook matrices, one step of a year', () => {
  it('Tanglewood: end of year, exits and the hires that hold the size', () => {
    const vector = readVector<
      Matrix & { expect: { end: number[]; exits: number[]; hires_to_hold_size: number[] } }
    >('tanglewood');
    const groups = oneYear(vector);
    const half = 0.5 + 1e-9; // published to whole persons
    groups.forEach((group, index) => {
      const end = group.headcount[1] ?? NaN;
      expectNear(end, vector.expect.end[index] ?? NaN, half);
      expectNear(exitsOf(group), vector.expect.exits[index] ?? NaN, half);
      expectNear((group.headcount[0] ?? NaN) - end, vector.expect.hires_to_hold_size[index] ?? NaN, half);
    });
  });

  it('Heneman: end of year with moves in both directions, and all exits', () => {
    const vector = readVector<Matrix & { expect: { end: number[]; exits_total: number } }>('heneman');
    const groups = oneYear(vector);
    groups.forEach((group, index) => {
      expectNear(group.headcount[1] ?? NaN, vector.expect.end[index] ?? NaN, 1e-9);
    });
    expectNear(
      groups.reduce((sum, group) => sum + exitsOf(group), 0),
      vector.expect.exits_total,
      1e-9,
    );
  });
});
