import { oneCellInput } from '../../test/support/one-cell-input.fixture';
import {
  EXIT_CAUSES,
  JOINER_SOURCES,
  simulate,
  type EngineGroup,
  type EngineGroupOutput,
  type EngineInput,
  type EngineMove,
} from './index';

/** Exit probabilities of both months by cause; causes left out are 0. */
function exits(...byCause: number[]): number[][] {
  return EXIT_CAUSES.map((_, cause) => [byCause[cause] ?? 0, byCause[cause] ?? 0]);
}

function groupsOf(input: EngineInput): EngineGroupOutput[] {
  return [...simulate(input).groups];
}

function move(fromGroup: number, toGroup: number, probability: number, people: number): EngineMove {
  return {
    fromGroup,
    toGroup,
    fromBand: 0,
    toBand: 0,
    probability: [probability, probability],
    people: [people, people],
  };
}

describe('planned exits', () => {
  it('are taken before all others, and capped at the stock with the rest reported unmet', () => {
    const [group] = groupsOf(oneCellInput({ plannedExits: [30, 200], exitProbability: exits(0.1) }));
    expect(group?.headcount[1]).toBeCloseTo(63, 12);
    expect(group?.exits[0]?.[0]).toBeCloseTo(7, 12);
    expect(group?.plannedExits[1]).toBeCloseTo(63, 12);
    expect(group?.unmetPlannedExits[1]).toBeCloseTo(137, 12);
    expect(group?.headcount[2]).toBe(0);
    expect(group?.fte[2]).toBe(0);
  });

  it('from an empty group are all unmet', () => {
    const [group] = groupsOf(oneCellInput({ headcount: [0], fte: [0], plannedExits: [5, 0] }));
    expect([group?.plannedExits[0], group?.unmetPlannedExits[0], group?.headcount[2]]).toEqual([0, 5, 0]);
  });
});

describe('exits by cause', () => {
  it('share the exits by their hazards', () => {
    const [group] = groupsOf(oneCellInput({ exitProbability: exits(0.1, 0.2) }));
    const total = 100 * (1 - 0.9 * 0.8);
    expect(group?.exits[0]?.[0]).toBeCloseTo((total * Math.log(0.9)) / Math.log(0.72), 12);
    expect(group?.exits[1]?.[0]).toBeCloseTo((total * Math.log(0.8)) / Math.log(0.72), 12);
    expect(group?.headcount[1]).toBeCloseTo(72, 12);
  });

  it('go to the causes that nobody escapes, in equal parts', () => {
    const [group] = groupsOf(oneCellInput({ exitProbability: exits(0.1, 1, 1) }));
    expect(group?.exits.map((cause) => cause[0])).toEqual([0, 50, 50, 0, 0]);
    expect(group?.headcount[1]).toBe(0);
  });

  it('report the voluntary ones by destination', () => {
    const shares = { shareToSameSystem: [0.25, 0], shareToOtherNhs: [0.5, 0] };
    const [group] = groupsOf(oneCellInput({ exitProbability: exits(0.2, 0.1), ...shares }));
    const voluntary = group?.exits[0]?.[0] ?? NaN;
    expect(group?.exitsToSameSystem[0]).toBeCloseTo(voluntary / 4, 12);
    expect(group?.exitsToOtherNhs[0]).toBeCloseTo(voluntary / 2, 12);
  });
});

describe('ageing', () => {
  it('passes one month of the width to the next age band, and nothing out of the top one', () => {
    const input = {
      ...oneCellInput({
        headcount: [60, 40],
        fte: [60, 40],
        exitProbability: EXIT_CAUSES.map(() => [0, 0, 0, 0]),
      }),
      ageBandWidths: [5, 10],
    };
    const [group] = simulate(input, { cellMonths: [1] }).groups;
    expect([...(group?.headcountCells[0] ?? [])]).toEqual([59, 41]);
  });
});

describe('participation', () => {
  it('changes the FTE of those who stay, and is a line of its own', () => {
    const [group] = groupsOf(oneCellInput({ exitProbability: exits(0.5), participationFactor: [0.9, 1] }));
    expect(group?.headcount[1]).toBe(50);
    expect(group?.fte[1]).toBeCloseTo(36, 12);
    expect(group?.fteExits[0]).toBeCloseTo(40, 12);
    expect(group?.fteParticipationChange[0]).toBeCloseTo(-4, 12);
  });
});

describe('moves', () => {
  it('act on those who survive, and all at once', () => {
    const input = oneCellInput({ exitProbability: exits(0.5) }, {});
    const [from, to] = groupsOf({ ...input, moves: [move(0, 1, 0.2, 0), move(1, 0, 0.1, 0)] });
    expect([from?.movesOut[0], from?.movesIn[0]]).toEqual([10, 10]);
    expect([from?.headcount[1], to?.headcount[1]]).toEqual([50, 100]);
    expect([to?.fteMovesIn[0], to?.fteMovesOut[0]]).toEqual([8, 8]);
  });

  it('cap planned numbers at what the probabilities leave, in equal proportion, and report the rest', () => {
    const input = oneCellInput({}, {}, {});
    const output = simulate({ ...input, moves: [move(0, 1, 0.4, 90), move(0, 2, 0, 30)] });
    const [from, first, second] = output.groups;
    expect(from?.headcount[1]).toBeCloseTo(0, 12);
    expect(first?.movesIn[0]).toBeCloseTo(40 + 45, 12);
    expect(second?.movesIn[0]).toBeCloseTo(15, 12);
    expect(output.unmetMoves.map((unmet) => unmet[0])).toEqual([45, 15]);
    expect(output.unmetMoves.map((unmet) => unmet[1])).toEqual([90, 30]);
  });
});

describe('joiners', () => {
  const everybody = { profiles: [[1]], profileOfMonth: [0, 0] };

  it('arrive in the middle of the month; their own exits are counted by cause', () => {
    const source = { source: 'international' as const, people: [10, 0], ftePerHead: 0.5, ...everybody };
    const [group] = groupsOf(
      oneCellInput({
        exitProbability: exits(0, 0.19),
        recruitment: { mode: 'planned', sources: [source] },
      }),
    );
    expect(group?.joiners[1]?.[0]).toBe(10);
    expect(group?.fteJoiners[0]).toBe(5);
    expect(group?.headcount[1]).toBeCloseTo(81 + 9, 12);
    expect(group?.exits[1]?.[0]).toBeCloseTo(19 + 1, 12);
    expect(group?.fteExits[0]).toBeCloseTo(80 * 0.19 + 0.5, 12);
  });

  it('fill vacancies at the fill rate up to the capacity, at the participation of their sources', () => {
    const sources = [
      { source: 'international' as const, people: [0.5, 0.5], ftePerHead: 1, ...everybody },
      { source: 'other-nhs' as const, people: [0.5, 0.5], ftePerHead: 0.6, ...everybody },
    ];
    const recruitment = {
      mode: 'fills-vacancies' as const,
      fillRate: [0.5, 0.5],
      capacity: [100, 2],
      establishment: [112, 112],
      sources,
    };
    const [group] = groupsOf(oneCellInput({ recruitment }));
    expect(group?.fteJoiners[0]).toBeCloseTo(16, 12);
    expect(group?.joiners.map((source) => source[0])).toEqual([0, 10, 0, 0, 10, 0, 0, 0, 0]);
    expect(group?.fteJoiners[1]).toBeCloseTo(2, 12);
  });

  it('do not come where the establishment is full', () => {
    const source = { source: 'international' as const, people: [1, 1], ftePerHead: 1, ...everybody };
    const recruitment = {
      mode: 'fills-vacancies' as const,
      fillRate: [1, 1],
      capacity: [100, 100],
      establishment: [80, 79],
      sources: [source],
    };
    const [group] = groupsOf(oneCellInput({ recruitment }));
    expect([...(group?.fteJoiners ?? [])]).toEqual([0, 0]);
  });
});

describe('returns', () => {
  const retired = {
    cause: 'retirement' as const,
    source: 'retire-and-return' as const,
    share: [0.25, 0.5],
    lagMonths: 1,
    ftePerHead: 0.5,
    profiles: [[1]],
    profileOfMonth: [0, 0],
  };

  it('bring back a share of those who left for the cause, after the lag', () => {
    const [group] = groupsOf(oneCellInput({ exitProbability: exits(0.1, 0.19), returns: [retired] }));
    const wentInMonth0 = group?.exits[1]?.[0] ?? NaN;
    const back = group?.joiners[JOINER_SOURCES.indexOf('retire-and-return')] ?? [];
    expect([...back]).toEqual([0, 0.25 * wentInMonth0]);
    expect(group?.fteJoiners[1]).toBeCloseTo(0.125 * wentInMonth0, 12);
    const stay = 0.9 * 0.81;
    expect(group?.headcount[2]).toBeCloseTo(100 * stay * stay + back[1]! * Math.sqrt(stay), 12);
  });

  it('include those who left before the opening, at the share of the first month', () => {
    const twoMonths = { ...retired, lagMonths: 2, priorExits: [8, 4] };
    const [group] = groupsOf(oneCellInput({ returns: [twoMonths] }));
    expect([...(group?.joiners[8] ?? [])]).toEqual([2, 1]);
    expect(group?.headcount[2]).toBe(103);
  });

  it('fill posts before vacancies are counted', () => {
    const source = { source: 'international' as const, people: [1, 1], ftePerHead: 1 };
    const recruitment = {
      mode: 'fills-vacancies' as const,
      fillRate: [1, 1],
      capacity: [100, 100],
      establishment: [90, 90],
      sources: [{ ...source, profiles: [[1]], profileOfMonth: [0, 0] }],
    };
    const prior = { ...retired, priorExits: [24] };
    const [group] = groupsOf(oneCellInput({ recruitment, returns: [prior] }));
    expect(group?.joiners[8]?.[0]).toBe(6);
    expect(group?.joiners[1]?.[0]).toBeCloseTo(10 - 3, 12);
    expect(group?.fteJoiners[0]).toBeCloseTo(10, 12);
  });
});

describe('absence and cost', () => {
  it('act on the mean of opening and closing stock', () => {
    const [group] = groupsOf(
      oneCellInput({
        exitProbability: exits(0.5),
        absence: [0.1, 0.2],
        costs: [{ code: 'pay', poundsPerFte: [100, 100], poundsPerHead: [10, 10] }],
      }),
    );
    expect(group?.availableFte[0]).toBeCloseTo(72, 12);
    expect(group?.availableFte[1]).toBeCloseTo(60 * 0.9, 12);
    expect(group?.availableFte[2]).toBeCloseTo(30 * 0.8, 12);
    expect([...(group?.costs[0] ?? [])]).toEqual([60 * 100 + 75 * 10, 30 * 100 + 37.5 * 10]);
  });

  it('cost the same where months share a row as where each has its own', () => {
    const costOf = (costs: EngineGroup['costs']): unknown => {
      const [group] = groupsOf(oneCellInput({ exitProbability: exits(0.5), costs }));
      return group?.costs;
    };
    const shared = { code: 'pay', poundsPerFte: [90, 100], poundsPerHead: [0, 10], rowOfMonth: [1, 1] };
    expect(costOf([shared])).toEqual(
      costOf([{ code: 'pay', poundsPerFte: [100, 100], poundsPerHead: [10, 10] }]),
    );
    expect(() => costOf([{ ...shared, rowOfMonth: [1, 2] }])).toThrow('rowOfMonth');
  });
});
