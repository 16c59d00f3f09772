import { DrawTable, simulate, type EngineGroupOutput } from '#engine';

import { CompileMemory, lineOf, type GroupLines } from '../compilation';
import { checkProjectionInput } from '../projection/check-projection-input';
import { compileProjection, type CompiledProjection } from '../projection/compile-projection';
import { deriveLines } from '../projection/derive-lines';
import type { ProgressListener } from '../projection/project';
import type { ProjectionInput } from '../projection/projection-input';
import { assumptionDraws } from './draw-assumptions';
import { headlineInput } from './headline-input';
import { HeadlineRuns } from './headline-runs';
import { HEADLINE_MEASURES, withTotal, type DrawRange, type ProjectionDraws } from './projection-draws';
import { smallTeamChance } from './small-teams';
import { residualGrowth, strayed } from './residual-growth';

/** Draws that are stored in the table together. */
const DRAWS_AT_ONCE = 16;

/**
 * Draws of one organisation: the headline measures of each staff group and of all, month by month. Draw 0
 * is the central case to the bit; each other draws every assumption that has a range, and what no
 * assumption explains. A draw depends on the input and its number alone: any part of the range can be
 * computed anywhere, and the parts put together with `joinDraws`.
 *
 * @param range the draws wanted; all of the input, 0 to `input.draws`, unless stated.
 * @throws ProjectionInputError if the input contradicts itself, naming every problem found.
 */
export function projectDraws(
  input: ProjectionInput,
  range: DrawRange = { from: 0, to: input.draws + 1 },
  onProgress: ProgressListener = () => undefined,
): ProjectionDraws {
  checkProjectionInput(input);
  const central = compileProjection(input);
  const { timeline, groups } = central.context;
  const series = (groups.length + 1) * HEADLINE_MEASURES.length;
  const table = new DrawTable(series, timeline.monthEnds.length, range.to - range.from);
  const headlinesOf = headlineDraws(input, central);
  const numbers = table.series * table.times;
  for (let first = range.from; first < range.to; first += DRAWS_AT_ONCE) {
    const count = Math.min(DRAWS_AT_ONCE, range.to - first);
    const draws = new Float64Array(count * numbers);
    for (let draw = 0; draw < count; draw += 1) {
      const ofDraw = draws.subarray(draw * numbers, (draw + 1) * numbers);
      writeDraw(ofDraw, table.times, headlinesOf(first + draw));
      onProgress((first + draw + 1 - range.from) / table.draws);
    }
    table.write(first - range.from, draws);
  }
  return {
    months: timeline.monthEnds,
    staffGroups: withTotal(groups.map(({ group }) => group.code)),
    range,
    table,
  };
}

/** Prepares the draws of an input: compiled once, and again only what a draw changes. */
function headlineDraws(
  input: ProjectionInput,
  central: CompiledProjection,
): (draw: number) => readonly GroupLines[] {
  const assumptionsOf = assumptionDraws(input);
  const reduced = headlineInput(input, central.engine);
  const memory = new CompileMemory();
  const runs = new HeadlineRuns(compileProjection(reduced, memory).engine);
  const chanceOf = smallTeamChance(input, central.context.groups);
  const residuals = central.context.groups.map((start) => residualGrowth(start, central.context));
  return (draw) => {
    if (draw === 0) return linesOf(central, simulate(central.engine).groups);
    const compiled = compileProjection({ ...reduced, assumptions: assumptionsOf(draw) }, memory);
    const factors = residuals.map((ofGroup) => ofGroup(draw));
    if (chanceOf === undefined && runs.fits(compiled)) return runs.linesOf(compiled, factors);
    const options = chanceOf === undefined ? {} : { chanceOf: chanceOf(draw) };
    const { groups } = simulate(compiled.engine, { cellMonths: [], ...options });
    return linesOf(
      compiled,
      groups.map((group, index) => strayed(group, factors[index] ?? new Float64Array())),
    );
  };
}

function linesOf(compiled: CompiledProjection, groups: readonly EngineGroupOutput[]): readonly GroupLines[] {
  return groups.map((group, index) => deriveLines(group, index, compiled));
}

/** Writes a draw over zeros: each group's series, then their sum. */
function writeDraw(draw: Float64Array, times: number, groups: readonly GroupLines[]): void {
  const measures = HEADLINE_MEASURES.length;
  HEADLINE_MEASURES.forEach((measure, index) => {
    const total = (groups.length * measures + index) * times;
    groups.forEach((lines, group) => {
      const values = lineOf({ lines }, measure);
      const own = (group * measures + index) * times;
      for (let time = 0; time < times; time += 1) {
        const value = values[time] as number;
        draw[own + time] = value;
        draw[total + time] = (draw[total + time] as number) + value;
      }
    });
  });
}
