import { oneCellInput } from '../../test/support/one-cell-input.fixture';
import {
  EngineInputError,
  simulate,
  validateEngineInput,
  type EngineInput,
  type EngineReturn,
  type PlannedJoiners,
} from './index';

function problemsOf(input: EngineInput): readonly string[] {
  try {
    validateEngineInput(input);
  } catch (error) {
    return error instanceof EngineInputError ? error.problems : [String(error)];
  }
  return [];
}

const joiners: PlannedJoiners = {
  source: 'international',
  people: [1, 1],
  ftePerHead: 1,
  profiles: [[1]],
  profileOfMonth: [0, 0],
};
const planned = (change: Partial<PlannedJoiners>): EngineInput =>
  oneCellInput({ recruitment: { mode: 'planned', sources: [{ ...joiners, ...change }] } });
const returning: EngineReturn = {
  ...joiners,
  cause: 'retirement',
  source: 'retire-and-return',
  share: [0.6, 0.6],
  lagMonths: 3,
};
const withReturns = (...changes: readonly Partial<EngineReturn>[]): EngineInput =>
  oneCellInput({ returns: changes.map((change) => ({ ...returning, ...change })) });
const move = { fromGroup: 0, fromBand: 0, toGroup: 1, toBand: 0, probability: [0.6, 0.6], people: [0, 0] };

describe('engine input', () => {
  it('is accepted when it is whole', () => {
    expect(problemsOf(planned({}))).toEqual([]);
  });

  it.each<[string, EngineInput, string]>([
    ['no months', { ...oneCellInput(), months: 0 }, 'months is 0; a whole number of at least 1 is needed'],
    ['an empty step', { ...oneCellInput(), stepYears: 0 }, 'stepYears is 0; a length above 0 is needed'],
    [
      'an age band shorter than a step',
      { ...oneCellInput(), ageBandWidths: [0.01] },
      `ageBandWidths[0] is 0.01; at least one step (${1 / 12} years) or null is needed`,
    ],
    ['missing cells', oneCellInput({ headcount: [] }), 'group group-0: headcount has 0 values, not 1'],
    [
      'NaN',
      oneCellInput({ fte: [NaN] }),
      'group group-0: fte[0] is NaN, outside 0 to 1.7976931348623157e+308',
    ],
    [
      'a probability above 1',
      oneCellInput({
        exitProbability: [
          [0, 0],
          [0, 1.1],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      }),
      'group group-0: exitProbability retirement[1] is 1.1, outside 0 to 1',
    ],
    [
      'too few causes',
      oneCellInput({ exitProbability: [[0, 0]] }),
      'group group-0: exitProbability has 1 causes, not 5',
    ],
    [
      'destinations above 1',
      oneCellInput({ shareToSameSystem: [0, 0.7], shareToOtherNhs: [0, 0.7] }),
      'group group-0: shareToSameSystem and shareToOtherNhs add up to more than 1 in month 1',
    ],
    [
      'a profile that is not whole',
      planned({ profiles: [[0.9]] }),
      'group group-0: joiners international profiles[0] add up to 0.9, not 1',
    ],
    [
      'an unknown profile',
      planned({ profileOfMonth: [0, 1] }),
      'group group-0: joiners international profileOfMonth[1] is 1, outside 0 to 0',
    ],
    [
      'a return at once',
      withReturns({ lagMonths: 0 }),
      'group group-0: returns[0] lagMonths is 0; a whole number of at least 1 is needed',
    ],
    [
      'earlier exits of the wrong number of months',
      withReturns({ priorExits: [1] }),
      'group group-0: returns[0] priorExits has 1 values, not 3',
    ],
    [
      'more returning than left',
      withReturns({ lagMonths: 1 }, { lagMonths: 2 }),
      'group group-0: shares of retirement exits that return add up to more than 1 in month 0',
    ],
    [
      'a return of a profile that is not whole',
      withReturns({ profiles: [[0.9]] }),
      'group group-0: returns[0] profiles[0] add up to 0.9, not 1',
    ],
    [
      'moves of more than everybody',
      { ...oneCellInput({}, {}), moves: [move, { ...move, probability: [0, 0.5] }] },
      'moves: in month 1 the probabilities of leaving group group-0, band 0 add up to 1.1, above 1',
    ],
    [
      'a move to itself',
      { ...oneCellInput({}, {}), moves: [{ ...move, toGroup: 0 }] },
      'moves[0] moves staff from a band to itself',
    ],
    [
      'a move to nowhere',
      { ...oneCellInput({}, {}), moves: [{ ...move, toGroup: 2 }] },
      'moves[0].toGroup is 2; a whole number from 0 to 1 is needed',
    ],
    [
      'two groups of one code',
      oneCellInput({ code: 'a' }, { code: 'a' }),
      'groups: two groups have the same code',
    ],
  ])('is refused with %s', (_, input, problem) => {
    expect(problemsOf(input)).toContain(problem);
    expect(() => simulate(input)).toThrow(EngineInputError);
  });

  it('is refused when shares of joiners by source do not add up', () => {
    const recruitment = {
      mode: 'fills-vacancies' as const,
      fillRate: [1, 1],
      capacity: [1, 1],
      establishment: [1, 1],
      sources: [{ ...joiners, people: [1, 0.5] }],
    };
    expect(problemsOf(oneCellInput({ recruitment }))).toEqual([
      'group group-0: shares of joiners by source in month 1 add up to 0.5, not 1',
    ]);
  });
});
