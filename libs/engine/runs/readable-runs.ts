import { expm1 } from '../arithmetic';
import {
  EXIT_CAUSES,
  JOINER_SOURCES,
  type EngineGroup,
  type EngineGroupOutput,
  type EngineInput,
  type Recruitment,
} from '../model';
import { simulate } from '../simulate';
import type { EngineRuns, GroupRunOutput, GroupRunRates, RunOutput, RunRates, RunShape } from './run-model';

/** Runs by the readable engine: what a faster one must agree with, and its stand-in where there is none. */
export class ReadableRuns implements EngineRuns {
  private readonly output: RunOutput;

  /** @param input already collapsed */
  constructor(
    private readonly input: EngineInput,
    readonly shape: RunShape,
    readonly rates: RunRates,
  ) {
    this.output = { groups: input.groups.map((group) => emptyRunOutput(group.code, shape)) };
  }

  run(): RunOutput {
    const { shape } = this;
    const months = Array.from({ length: shape.months + 1 }, (_, month) => month);
    const { groups } = simulate(withRates(this.input, this.rates, shape), { cellMonths: months });
    groups.forEach((group, index) => fill(this.output.groups[index] as GroupRunOutput, group, shape));
    return this.output;
  }
}

function emptyRunOutput(code: string, { months, bands }: RunShape): GroupRunOutput {
  const flow = (): Float64Array => new Float64Array(months);
  return {
    code,
    headcount: new Float64Array(months + 1),
    fte: new Float64Array(months + 1),
    plannedExits: flow(),
    exits: EXIT_CAUSES.map(flow),
    joiners: JOINER_SOURCES.map(flow),
    fteExits: flow(),
    fteJoiners: flow(),
    meanHeadcount: new Float64Array(months * bands),
    meanFte: new Float64Array(months * bands),
  };
}

/** The input with the rates of a run. */
function withRates(input: EngineInput, rates: RunRates, shape: RunShape): EngineInput {
  return {
    ...input,
    groups: input.groups.map((group, index) =>
      groupWithRates(group, rates.groups[index] as GroupRunRates, shape),
    ),
    moves: input.moves.map((move, index) => ({
      ...move,
      probability: [...(rates.moves[index]?.probability ?? [])],
      people: [...(rates.moves[index]?.people ?? [])],
    })),
  };
}

function groupWithRates(group: EngineGroup, rates: GroupRunRates, shape: RunShape): EngineGroup {
  return {
    ...group,
    plannedExits: [...rates.plannedExits],
    participationFactor: [...rates.participationFactor],
    exitProbability: EXIT_CAUSES.map((_, cause) => probabilities(rates.exitHazard, cause, shape)),
    recruitment: recruitmentWithRates(group.recruitment, rates),
    returns: (group.returns ?? []).map((each, index) => ({
      ...each,
      share: [...(rates.returnShare[index] ?? [])],
      ...(each.priorExits === undefined ? {} : { priorExits: [...(rates.priorExits[index] ?? [])] }),
    })),
    costs: [],
  };
}

/** `m = 1 - exp(-h)` of one cause, by month and age. */
function probabilities(hazard: Float64Array, cause: number, { ages, periodOfMonth }: RunShape): number[] {
  return periodOfMonth.flatMap((period) =>
    Array.from(
      { length: ages },
      (_, age) => -expm1(-(hazard[(period * ages + age) * EXIT_CAUSES.length + cause] ?? NaN)),
    ),
  );
}

function recruitmentWithRates(recruitment: Recruitment, rates: GroupRunRates): Recruitment {
  const sources = recruitment.sources.map((source, index) => ({
    ...source,
    people: [...(rates.joiners[index] ?? [])],
  }));
  if (recruitment.mode === 'planned') {
    return { mode: 'planned', sources };
  }
  return {
    mode: 'fills-vacancies',
    fillRate: [...rates.fillRate],
    capacity: [...rates.capacity],
    establishment: [...rates.establishment],
    sources,
  };
}

function fill(output: GroupRunOutput, group: EngineGroupOutput, shape: RunShape): void {
  for (const series of ['headcount', 'fte', 'plannedExits', 'fteExits', 'fteJoiners'] as const) {
    output[series].set(group[series]);
  }
  output.exits.forEach((series, cause) => series.set(group.exits[cause] ?? []));
  output.joiners.forEach((series, source) => series.set(group.joiners[source] ?? []));
  meansByBand(output.meanHeadcount, group.headcountCells, shape);
  meansByBand(output.meanFte, group.fteCells, shape);
}

function meansByBand(means: Float64Array, cells: readonly Float64Array[], { bands, months }: RunShape): void {
  const byBand = cells.map((each) => sumByBand(each, bands));
  for (let month = 0; month < months; month += 1) {
    for (let band = 0; band < bands; band += 1) {
      means[month * bands + band] =
        0.5 * ((byBand[month]?.[band] ?? NaN) + (byBand[month + 1]?.[band] ?? NaN));
    }
  }
}

function sumByBand(cells: Float64Array, bands: number): Float64Array {
  const size = cells.length / bands;
  return Float64Array.from({ length: bands }, (_, band) =>
    cells.subarray(band * size, (band + 1) * size).reduce((sum, value) => sum + value, 0),
  );
}
