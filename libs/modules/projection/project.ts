import { EXIT_CAUSES, JOINER_SOURCES, simulate, type EngineGroupOutput } from '#engine';

import { PAY_BILL_LINES } from '../pay-bill/compile';
import { checkProjectionInput } from './check-projection-input';
import { compileProjection, type CompiledProjection } from './compile-projection';
import type { ProjectionInput } from './projection-input';
import type { MonthlyMeasure, ProjectionOutput, StaffGroupOutput } from './projection-output';
import { unmetNotices } from './unmet-notices';

/** Told how much of the work is done, 0..1. */
export type ProgressListener = (share: number) => void;

/**
 * The central case of one organisation: start state, rates and flows of every module, simulation, and
 * the monthly measures of each staff group. Pure: the same input gives the same bits.
 *
 * @throws ProjectionInputError if the input contradicts itself, naming every problem found.
 * @throws MissingAssumptionError if a parameter has no value for a group.
 */
export function project(
  input: ProjectionInput,
  onProgress: ProgressListener = () => undefined,
): ProjectionOutput {
  checkProjectionInput(input);
  const compiled = compileProjection(input);
  onProgress(0.25);
  const { timeline } = compiled.context;
  const simulated = simulate(compiled.engine, { cellMonths: timeline.yearEnds });
  onProgress(0.9);
  const output: ProjectionOutput = {
    schema: 'wholetime.projection-output/1',
    organisation: input.organisation,
    months: timeline.monthEnds,
    staffGroups: simulated.groups.map((group, index) => groupOutput(group, index, compiled)),
    notices: [...compiled.notices, ...unmetNotices(compiled, simulated)],
  };
  onProgress(1);
  return output;
}

function groupOutput(
  group: EngineGroupOutput,
  index: number,
  compiled: CompiledProjection,
): StaffGroupOutput {
  const { timeline, input } = compiled.context;
  const ages = input.ageBands.length;
  const ethnicities = input.ethnicities.length;
  return {
    code: group.code,
    series: {
      ...stocks(group, index, compiled),
      ...flows(group),
      ...payBill(group),
    },
    headcountByBandAndEthnicity: timeline.yearEnds.map((month, position) => ({
      month: timeline.monthEnds[month] ?? '',
      values: sumOverAges(group.headcountCells[position] ?? new Float64Array(), ages, ethnicities),
    })),
  };
}

type Stock = 'headcount' | 'fte' | 'available-fte' | 'establishment' | 'requirement';
type Pay = 'pay-bill' | (typeof PAY_BILL_LINES)[number];
type Flow = Exclude<MonthlyMeasure, Stock | Pay>;
type Series<Measure extends MonthlyMeasure> = Readonly<Record<Measure, readonly number[]>>;

function stocks(group: EngineGroupOutput, index: number, compiled: CompiledProjection): Series<Stock> {
  return {
    headcount: [...group.headcount],
    fte: [...group.fte],
    'available-fte': [...group.availableFte],
    establishment: compiled.establishment[index] ?? [],
    requirement: compiled.requirement[index] ?? [],
  };
}

function flows(group: EngineGroupOutput): Series<Flow> {
  const byCause = EXIT_CAUSES.map((cause, index) => [`exits-${cause}`, fromOpening(group.exits[index])]);
  const bySource = JOINER_SOURCES.map((source, index) => [
    `joiners-${source}`,
    fromOpening(group.joiners[index]),
  ]);
  return {
    ...(Object.fromEntries([...byCause, ...bySource]) as Series<
      Extract<Flow, `exits-${string}` | `joiners-${string}`>
    >),
    'exits-planned': fromOpening(group.plannedExits),
    'exits-to-same-system': fromOpening(group.exitsToSameSystem),
    'exits-to-other-nhs': fromOpening(group.exitsToOtherNhs),
    'moves-in': fromOpening(group.movesIn),
    'moves-out': fromOpening(group.movesOut),
    'fte-exits': fromOpening(group.fteExits),
    'fte-joiners': fromOpening(group.fteJoiners),
    'fte-moves-in': fromOpening(group.fteMovesIn),
    'fte-moves-out': fromOpening(group.fteMovesOut),
    'fte-participation-change': fromOpening(group.fteParticipationChange),
  };
}

function payBill(group: EngineGroupOutput): Series<Pay> {
  const lines = PAY_BILL_LINES.map((_, line) => fromOpening(group.costs[line]));
  const total = (lines[0] ?? []).map((_, month) => lines.reduce((sum, line) => sum + (line[month] ?? 0), 0));
  const byLine = Object.fromEntries(PAY_BILL_LINES.map((code, line) => [code, lines[line] ?? []]));
  return { 'pay-bill': total, ...(byLine as Series<(typeof PAY_BILL_LINES)[number]>) };
}

/** Flows by month with the 0 of the baseline month in front. */
function fromOpening(flow: Float64Array | undefined): readonly number[] {
  return [0, ...(flow ?? [])];
}

/** Cells of bands x ages x ethnicities to bands x ethnicities. */
function sumOverAges(cells: Float64Array, ages: number, ethnicities: number): readonly number[] {
  const sums = new Array<number>(cells.length / ages).fill(0);
  cells.forEach((people, cell) => {
    const band = Math.floor(cell / (ages * ethnicities));
    const place = band * ethnicities + (cell % ethnicities);
    sums[place] = (sums[place] ?? 0) + people;
  });
  return sums;
}
