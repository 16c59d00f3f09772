import { simulate, type EngineGroupOutput } from '#engine';

import { CompileMemory } from '../compilation';
import { claimsOf, doubleCountingNotices } from '../efficiency/double-counting';
import { requirementsOf } from '../growth/requirements';
import { checkProjectionInput } from './check-projection-input';
import { compileProjection, type CompiledProjection } from './compile-projection';
import { deriveLines } from './derive-lines';
import type { ProjectionInput } from './projection-input';
import type { ProjectionOutput, StaffGroupOutput } from './projection-output';
import { unmetNotices } from './unmet-notices';

/** Told how much of the work is done, 0..1. */
export type ProgressListener = (share: number) => void;

/**
 * The central case of one organisation: start state, rates and flows of every module, simulation, and
 * the monthly measures of each staff group. Pure: the same input gives the same bits, with a memory of
 * earlier projections as without.
 *
 * @param memory of projections of inputs that differ from this one in assumptions only
 * @throws ProjectionInputError if the input contradicts itself, naming every problem found.
 * @throws MissingAssumptionError if a parameter has no value for a group.
 */
export function project(
  input: ProjectionInput,
  onProgress: ProgressListener = () => undefined,
  memory: CompileMemory = new CompileMemory(),
): ProjectionOutput {
  checkProjectionInput(input);
  const compiled = compileProjection(input, memory);
  onProgress(0.25);
  const { timeline } = compiled.context;
  const simulated = simulate(compiled.engine, { cellMonths: timeline.yearEnds });
  onProgress(0.9);
  const staffGroups = simulated.groups.map((group, index) => groupOutput(group, index, compiled));
  const claims = claimsOf(requirementsOf(compiled.context), staffGroups, compiled.context);
  const output: ProjectionOutput = {
    schema: 'wholetime.projection-output/1',
    organisation: input.organisation,
    months: timeline.monthEnds,
    staffGroups,
    notices: [...compiled.notices, ...unmetNotices(compiled, simulated), ...doubleCountingNotices(claims)],
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
    series: deriveLines(group, index, compiled),
    headcountByBandAndEthnicity: timeline.yearEnds.map((month, position) => ({
      month: timeline.monthEnds[month] ?? '',
      values: sumOverAges(group.headcountCells[position] ?? new Float64Array(), ages, ethnicities),
    })),
  };
}

/** Cells of bands x ages x ethnicities to bands x ethnicities. */
function sumOverAges(cells: Float64Array, ages: number, ethnicities: number): readonly number[] {
  const sums = new Array<number>(cells.length / ages).fill(0);
  const ofBand = ages * ethnicities;
  for (let start = 0, first = 0; start < cells.length; start += ofBand, first += ethnicities) {
    for (let cell = 0; cell < ofBand; cell += 1) {
      const place = first + (cell % ethnicities);
      sums[place] = (sums[place] ?? 0) + (cells[start + cell] ?? 0);
    }
  }
  return sums;
}
