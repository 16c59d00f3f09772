import * as fc from 'fast-check';
import { anyInput, plannedInput } from '../../../test/support/engine-input.fixture';
import { oneCellInput } from '../../../test/support/one-cell-input.fixture';
import {
  EXIT_CAUSES,
  EngineInputError,
  log1p,
  prepareRuns,
  simulate,
  type EngineGroup,
  type EngineInput,
  type EngineOutput,
  type RunOutput,
} from '../index';

import { createKernel } from '../fast-kernel/kernel-instance';
import { collapse } from './collapse';
import { FastRuns } from './fast-runs';
import { ReadableRuns } from './readable-runs';
import { centralRates, runShape } from './run-rates';

const RUNS = { numRuns: 150 };

/** To 1e-12 of the people that the group has: flows are differences of its stocks. */
function expectAlike(actual: Iterable<number>, expected: Iterable<number>, people: number): void {
  const others = [...expected];
  const values = [...actual];
  expect(values).toHaveLength(others.length);
  values.forEach((value, index) => {
    const other = others[index] ?? NaN;
    if (!(Math.abs(value - other) <= 1e-12 * people + 1e-300)) {
      throw new Error(`number ${index}: ${value} is not ${other}`);
    }
  });
}

function expectSameTotals(runs: RunOutput, whole: EngineOutput): void {
  runs.groups.forEach((group, index) => {
    const other = whole.groups[index]!;
    const people = Math.max(
      ...other.headcount,
      ...other.movesIn,
      ...other.joiners.flatMap((each) => [...each]),
    );
    for (const series of ['headcount', 'fte', 'plannedExits', 'fteExits', 'fteJoiners'] as const) {
      expectAlike(group[series], other[series], people);
    }
    group.exits.forEach((exits, cause) => expectAlike(exits, other.exits[cause]!, people));
    group.joiners.forEach((joiners, source) => expectAlike(joiners, other.joiners[source]!, people));
  });
}

/** Sums of the mean stocks by band are the means of the stocks. */
function expectMeans(runs: RunOutput, bands: number): void {
  for (const { headcount, fte, meanHeadcount, meanFte } of runs.groups) {
    for (let month = 0; month + 1 < headcount.length; month += 1) {
      const over = (means: Float64Array): number =>
        means.subarray(month * bands, (month + 1) * bands).reduce((sum, value) => sum + value, 0);
      const mean = (stock: Float64Array): number => (stock[month]! + stock[month + 1]!) / 2;
      expectAlike([over(meanHeadcount), over(meanFte)], [mean(headcount), mean(fte)], Math.max(...headcount));
    }
  }
}

function withEqualAges(input: EngineInput): EngineInput {
  const ages = input.ageBandWidths.length;
  const flat = (table: readonly number[]): number[] =>
    table.map((_, index) => table[index - (index % ages)] ?? NaN);
  const group = (each: EngineGroup): EngineGroup => ({
    ...each,
    exitProbability: each.exitProbability.map(flat),
  });
  return { ...input, groups: input.groups.map(group) };
}

describe('runs that differ in rates', () => {
  it('give at the rates of the input its totals, with ethnicities collapsed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const runs = prepareRuns(input);
        const output = runs.run();
        expectSameTotals(output, simulate(input));
        expectMeans(output, input.bands);
      }),
      RUNS,
    );
  });

  it('collapse ages without differing rates, unless they are to be kept', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const input = withEqualAges(any);
        const runs = prepareRuns(input);
        const kept = prepareRuns(input, { keep: ['ages', 'ethnicities'] });
        expect([runs.shape.ages, kept.shape.ages]).toEqual([1, input.ageBandWidths.length]);
        const whole = simulate(input);
        expectSameTotals(runs.run(), whole);
        expectSameTotals(kept.run(), whole);
      }),
      RUNS,
    );
  });

  it('give what an input with the written rates gives, and the first result again at the first rates', () => {
    fc.assert(
      fc.property(plannedInput, fc.double({ min: 0.1, max: 1, noNaN: true }), (input, factor) => {
        const runs = prepareRuns(input);
        const first = structuredClone(runs.run());
        const before = structuredClone(runs.rates);
        for (const group of runs.rates.groups) {
          group.exitHazard.forEach((hazard, index) => (group.exitHazard[index] = hazard * factor));
          group.joiners.forEach((people) => people.forEach((each, month) => (people[month] = each * factor)));
        }
        expectSameTotals(runs.run(), simulate(written(input, factor)));
        runs.rates.groups.forEach((group, index) => {
          group.exitHazard.set(before.groups[index]!.exitHazard);
          group.joiners.forEach((people, source) => people.set(before.groups[index]!.joiners[source]!));
        });
        expect(runs.run()).toEqual(first);
      }),
      RUNS,
    );
  });

  it('give in WebAssembly what the readable engine gives', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const input = collapse(any, []);
        const shape = runShape(input, {});
        const readable = new ReadableRuns(input, shape, centralRates(input, shape)).run();
        const fast = new FastRuns(input, shape, createKernel()!).run();
        fast.groups.forEach((group, index) => {
          const other = readable.groups[index]!;
          const people = Math.max(...other.headcount, ...other.joiners.flatMap((each) => [...each]));
          expectAlike(group.meanHeadcount, other.meanHeadcount, people);
          expectAlike(group.meanFte, other.meanFte, people);
          expectAlike(group.fte, other.fte, people);
        });
      }),
      RUNS,
    );
  });

  it('name what is wrong with written rates', () => {
    const runs = prepareRuns(oneCellInput());
    runs.rates.groups[0]!.exitHazard[0] = NaN;
    expect(() => runs.run()).toThrow(/exitProbability voluntary\[0\] is NaN/);
  });

  it('take the exit hazards of a period for all its months', () => {
    const runs = prepareRuns(oneCellInput({ exitProbability: EXIT_CAUSES.map(() => [0.1, 0.1]) }), {
      periodOfMonth: [0, 0],
    });
    const { exitHazard } = runs.rates.groups[0]!;
    expect(exitHazard).toHaveLength(EXIT_CAUSES.length);
    exitHazard.set([-log1p(-0.5), 0, 0, 0, 0]);
    const [group] = runs.run().groups;
    expect(group!.headcount[1]).toBeCloseTo(50, 12);
    expect(group!.headcount[2]).toBeCloseTo(25, 12);
    expect([...group!.meanHeadcount]).toEqual([
      (group!.headcount[0]! + group!.headcount[1]!) / 2,
      (group!.headcount[1]! + group!.headcount[2]!) / 2,
    ]);
  });

  it.each([[[0]], [[0, 2]]])('refuse the periods %p', (periodOfMonth) => {
    expect(() => prepareRuns(oneCellInput(), { periodOfMonth })).toThrow(EngineInputError);
  });

  it('refuse exit rates that differ within a period', () => {
    const input = oneCellInput({ exitProbability: EXIT_CAUSES.map(() => [0.1, 0.2]) });
    expect(() => prepareRuns(input, { periodOfMonth: [0, 0] })).toThrow(/differ from those of month 0/);
  });
});

/** Hazards and numbers of joiners times a factor. */
function written(input: EngineInput, factor: number): EngineInput {
  const scaled = (values: readonly number[]): number[] => values.map((value) => value * factor);
  const hazard = (m: number): number => 1 - Math.pow(1 - m, factor);
  return {
    ...input,
    groups: input.groups.map((group) => ({
      ...group,
      exitProbability: group.exitProbability.map((table) => table.map(hazard)),
      recruitment: {
        ...group.recruitment,
        sources: group.recruitment.sources.map((each) => ({ ...each, people: scaled(each.people) })),
      },
    })),
  };
}
