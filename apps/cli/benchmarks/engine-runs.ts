import { type EngineInput, prepareRuns } from '#engine';
import type { BenchmarkRow } from './benchmark-row';
import { SHAPE, benchmarkOrganisations } from './engine-case';
import { bestSeconds } from './processor-time';

const REPEATS = 15;
const DRAWS = 50;

/** Milliseconds of a draw of one organisation: exit hazards of every year written anew, then the months. */
export function engineRunRows(): readonly BenchmarkRow[] {
  const [organisation] = benchmarkOrganisations({ ...SHAPE, organisations: 1 });
  if (organisation === undefined) {
    return [];
  }
  const byAge = yearly(organisation, (age) => age);
  const flat = yearly(organisation, () => 0);
  return [
    row('draw, exit rates by age', secondsOfDraws(byAge, DRAWS)),
    row('draw, ages collapsed', secondsOfDraws(flat, DRAWS)),
  ];
}

function row(name: string, seconds: number): BenchmarkRow {
  return { name, value: (seconds * 1000) / DRAWS, unit: 'ms per draw', ratio: null, note: '' };
}

/** Seconds for a number of draws, each with its own exit hazards. */
export function secondsOfDraws(input: EngineInput, draws: number): number {
  const periodOfMonth = Array.from({ length: input.months }, (_, month) => Math.floor(month / 12));
  const runs = prepareRuns(input, { periodOfMonth });
  const central = runs.rates.groups.map((group) => group.exitHazard.slice());
  return bestSeconds(REPEATS, () => {
    for (let draw = 0; draw < draws; draw += 1) {
      const factor = 0.9 + (0.2 * draw) / draws;
      runs.rates.groups.forEach((group, index) => {
        const { exitHazard } = group;
        const start = central[index] ?? exitHazard;
        for (let place = 0; place < exitHazard.length; place += 1) {
          exitHazard[place] = factor * (start[place] ?? NaN);
        }
      });
      runs.run();
    }
  });
}

/** Exit rates that change once a year; each age takes those of another one. */
export function yearly(input: EngineInput, ageOf: (age: number) => number): EngineInput {
  const ages = input.ageBandWidths.length;
  const table = (rates: readonly number[]): number[] =>
    rates.map((_, index) => {
      const year = Math.floor(index / ages / 12);
      return rates[year * 12 * ages + ageOf(index % ages)] ?? NaN;
    });
  return {
    ...input,
    groups: input.groups.map((group) => ({ ...group, exitProbability: group.exitProbability.map(table) })),
  };
}
