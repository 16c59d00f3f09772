import * as fc from 'fast-check';
import {
  anyInput,
  plannedInput,
  plannedInputWithProbableMoves,
} from '../../test/support/engine-input.fixture';
import {
  EXIT_CAUSES,
  simulate,
  type EngineGroup,
  type EngineGroupOutput,
  type EngineInput,
  type EngineOutput,
  type ExitCause,
  type JoinerSpread,
} from './index';

const RUNS = { numRuns: 150 };

const lastOf = (series: Float64Array): number => series[series.length - 1] ?? NaN;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Every series of a group, by name. */
function seriesOf(group: EngineGroupOutput): Map<string, Float64Array> {
  const series = new Map<string, Float64Array>();
  for (const [name, value] of Object.entries(group) as [string, unknown][]) {
    if (value instanceof Float64Array) {
      series.set(name, value);
    } else if (Array.isArray(value)) {
      value.forEach((each: Float64Array, index) => series.set(`${name}[${index}]`, each));
    }
  }
  return series;
}

/** All numbers of an output in one list. */
function numbersOf(output: EngineOutput): number[] {
  return output.groups.flatMap((group) => [...seriesOf(group).values()].flatMap((series) => [...series]));
}

function expectAlike(actual: readonly number[], expected: readonly number[], tolerance = 1e-9): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    const other = expected[index] ?? NaN;
    const gap = Math.abs(value - other);
    if (!(gap <= tolerance * Math.max(1, Math.abs(other)))) {
      throw new Error(`number ${index}: ${value} is not ${other}`);
    }
  });
}

function withGroups(input: EngineInput, change: (group: EngineGroup) => EngineGroup): EngineInput {
  return { ...input, groups: input.groups.map(change) };
}

/** Multiplies the opening stock and every planned number. */
function scaled(input: EngineInput, factor: number): EngineInput {
  const times = (values: readonly number[]): number[] => values.map((value) => value * factor);
  const groups = withGroups(input, (group) => ({
    ...group,
    headcount: times(group.headcount),
    fte: times(group.fte),
    plannedExits: times(group.plannedExits),
    recruitment:
      group.recruitment.mode === 'planned'
        ? {
            ...group.recruitment,
            sources: group.recruitment.sources.map((each) => ({ ...each, people: times(each.people) })),
          }
        : group.recruitment,
    returns: (group.returns ?? []).map((each) => ({
      ...each,
      ...(each.priorExits === undefined ? {} : { priorExits: times(each.priorExits) }),
    })),
  }));
  return { ...groups, moves: input.moves.map((move) => ({ ...move, people: times(move.people) })) };
}

describe('simulate', () => {
  it('balances people and FTE over any month of any organisation, without NaN or negative stock', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const output = simulate(input, { cellMonths: [0, input.months] });
        expect(numbersOf(output).every(Number.isFinite)).toBe(true);
        for (const group of output.groups) {
          for (let month = 0; month < input.months; month += 1) {
            const at = (series: Float64Array | undefined): number => series?.[month] ?? NaN;
            const closing =
              at(group.headcount) -
              at(group.plannedExits) -
              sum(group.exits.map(at)) +
              sum(group.joiners.map(at)) +
              at(group.movesIn) -
              at(group.movesOut);
            const closingFte =
              at(group.fte) -
              at(group.fteExits) +
              at(group.fteJoiners) +
              at(group.fteMovesIn) -
              at(group.fteMovesOut) +
              at(group.fteParticipationChange);
            expectAlike(
              [group.headcount[month + 1] ?? NaN, group.fte[month + 1] ?? NaN],
              [closing, closingFte],
            );
          }
          expect(
            Math.min(...(group.headcountCells[1] ?? []), ...(group.fteCells[1] ?? [])),
          ).toBeGreaterThanOrEqual(0);
          expectAlike(group.headcountCells.map(sum), [group.headcount[0] ?? NaN, lastOf(group.headcount)]);
        }
      }),
      RUNS,
    );
  });

  it('is zero-sum over moves, people and FTE', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { groups } = simulate(input);
        expectAlike(
          [
            sum(groups.flatMap((each) => [...each.movesIn])),
            sum(groups.flatMap((each) => [...each.fteMovesIn])),
          ],
          [
            sum(groups.flatMap((each) => [...each.movesOut])),
            sum(groups.flatMap((each) => [...each.fteMovesOut])),
          ],
        );
      }),
      RUNS,
    );
  });

  it('doubles every output when the opening stock and all planned numbers double', () => {
    fc.assert(
      fc.property(plannedInput, (input) => {
        const single = numbersOf(simulate(input));
        const double = numbersOf(simulate(scaled(input, 2)));
        expectAlike(
          double,
          single.map((value) => 2 * value),
        );
      }),
      RUNS,
    );
  });

  it('gives for two organisations together the sum of both', () => {
    fc.assert(
      fc.property(plannedInputWithProbableMoves, (input) => {
        const reset = withGroups(input, (group) => ({
          ...group,
          plannedExits: group.plannedExits.map(() => 0),
        }));
        const one = numbersOf(simulate(scaled(reset, 0.3)));
        const other = numbersOf(simulate(scaled(reset, 0.7)));
        expectAlike(
          numbersOf(simulate(reset)),
          one.map((value, index) => value + (other[index] ?? NaN)),
        );
      }),
      RUNS,
    );
  });

  it('does not change a total when ethnicities with equal rates are told apart', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const split = splitEthnicities(input);
        expectAlike(numbersOf(simulate(split)), numbersOf(simulate(input)));
      }),
      RUNS,
    );
  });

  it('does not change a total when age bands with equal rates are collapsed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const equal = withEqualAges(input);
        expectAlike(numbersOf(simulate(collapseAges(equal))), numbersOf(simulate(equal)));
      }),
      RUNS,
    );
  });

  it('never ends with more FTE when more leave for good, in planned mode', () => {
    fc.assert(
      fc.property(
        plannedInputWithProbableMoves,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, more) => {
          // Who comes back may work more hours, and last longer, than the same person had they stayed.
          const input = withGroups(given, (group) => ({ ...group, returns: [] }));
          const raised = withGroups(input, (group) => ({
            ...group,
            exitProbability: group.exitProbability.map((table) =>
              table.map((each) => each + more * (1 - each)),
            ),
          }));
          const before = sum(simulate(input).groups.map((group) => lastOf(group.fte)));
          const after = sum(simulate(raised).groups.map((group) => lastOf(group.fte)));
          expect(after).toBeLessThanOrEqual(before * (1 + 1e-12) + 1e-12);
        },
      ),
      RUNS,
    );
  });

  it('does not depend on the order of the causes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const reversed = withGroups(input, (group) => ({
          ...group,
          exitProbability: [...group.exitProbability].reverse(),
          returns: (group.returns ?? []).map((each) => ({ ...each, cause: mirrored(each.cause) })),
        }));
        const before = simulate(input).groups;
        const after = simulate(reversed).groups;
        before.forEach((group, index) => {
          expectAlike([...(after[index]?.headcount ?? [])], [...group.headcount]);
          const exits = [...(after[index]?.exits ?? [])].reverse().flatMap((cause) => [...cause]);
          expectAlike(
            exits,
            group.exits.flatMap((cause) => [...cause]),
          );
        });
      }),
      RUNS,
    );
  });
});

/** Tells each ethnicity apart in two: a third and two thirds of its people, joiners alike. */
function splitEthnicities(input: EngineInput): EngineInput {
  const split = (values: readonly number[]): number[] =>
    values.flatMap((value) => [value / 3, (value * 2) / 3]);
  return {
    ...withGroups(input, (group) => withCells(group, split)),
    ethnicities: input.ethnicities * 2,
  };
}

function withCells(group: EngineGroup, change: (cells: readonly number[]) => number[]): EngineGroup {
  const spread = <Joiners extends JoinerSpread>(joiners: readonly Joiners[]): Joiners[] =>
    joiners.map((each) => ({ ...each, profiles: each.profiles.map(change) }));
  const { recruitment } = group;
  return {
    ...group,
    headcount: change(group.headcount),
    fte: change(group.fte),
    recruitment: { ...recruitment, sources: spread(recruitment.sources) },
    returns: spread(group.returns ?? []),
  };
}

/** The cause at the same place from the end. */
function mirrored(cause: ExitCause): ExitCause {
  return EXIT_CAUSES[EXIT_CAUSES.length - 1 - EXIT_CAUSES.indexOf(cause)] ?? cause;
}

/** Gives every age band the rates of the first. */
function withEqualAges(input: EngineInput): EngineInput {
  const ages = input.ageBandWidths.length;
  return withGroups(input, (group) => ({
    ...group,
    exitProbability: group.exitProbability.map((table) =>
      table.map((_, index) => table[Math.floor(index / ages) * ages] ?? NaN),
    ),
  }));
}

function collapseAges(input: EngineInput): EngineInput {
  const ages = input.ageBandWidths.length;
  const { ethnicities } = input;
  const collapse = (cells: readonly number[]): number[] => {
    const sums = Array.from({ length: cells.length / ages }, () => 0);
    cells.forEach((value, cell) => {
      const band = Math.floor(cell / (ages * ethnicities));
      const place = band * ethnicities + (cell % ethnicities);
      sums[place] = (sums[place] ?? 0) + value;
    });
    return sums;
  };
  return {
    ...withGroups(input, (group) => ({
      ...withCells(group, collapse),
      exitProbability: group.exitProbability.map((table) => table.filter((_, index) => index % ages === 0)),
    })),
    ageBandWidths: [null],
  };
}
