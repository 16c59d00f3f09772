import { DrawTable, simulate, type EngineGroupOutput } from '#engine';

import { CompileMemory, lineOf, type GroupLines } from '../compilation';
import { checkProjectionInput } from '../projection/check-projection-input';
import { compileProjection, type CompiledProjection } from '../projection/compile-projection';
import { deriveLines } from '../projection/derive-lines';
import type { ProgressListener } from '../projection/project';
import type { ProjectionInput } from '../projection/projection-input';
import { assumptionDraws } from './draw-assumptions';
import { DrawRoom } from './draw-room';
import { DrawKernel } from './draw-kernel';
import { headlineInput } from './headline-input';
import { HeadlineRuns } from './headline-runs';
import { HEADLINE_MEASURES, withTotal, type DrawRange, type ProjectionDraws } from './projection-draws';
import { smallTeamChance } from './small-teams';
import { residualGrowth, strayed } from './residual-growth';

/** Draws that are stored in the table together. */
const DRAWS_AT_ONCE = 64;

/**
 * Draws of one organisation: the headline measures of each staff group and of all, month by month. Draw 0
 * is the central case to the bit; each other draws every assumption that has a range, and what no
 * assumption explains. A draw depends on the input and its number alone: any part of the range can be
 * computed anywhere, and the parts put together with `joinDraws`.
 *
 * @param range the draws wanted; all of the input, 0 to `input.draws`, unless stated.
 * @param room where the draws are to lie; memory of their own unless stated.
 * @throws ProjectionInputError if the input contradicts itself, naming every problem found.
 */
export function projectDraws(
  input: ProjectionInput,
  range: DrawRange = { from: 0, to: input.draws + 1 },
  onProgress: ProgressListener = () => undefined,
  room: DrawRoom = new DrawRoom(),
): ProjectionDraws {
  checkProjectionInput(input);
  const central = compileProjection(input);
  const { timeline, groups } = central.context;
  const series = (groups.length + 1) * HEADLINE_MEASURES.length;
  const times = timeline.monthEnds.length;
  const numbers = series * times;
  const wanted = range.to - range.from;
  const table = new DrawTable(series, times, wanted, room.take(numbers * wanted));
  const write = preparedDraws(input, central);
  const space = new Float64Array(Math.min(DRAWS_AT_ONCE, table.draws) * numbers);
  for (let first = range.from; first < range.to; first += DRAWS_AT_ONCE) {
    const count = Math.min(DRAWS_AT_ONCE, range.to - first);
    const draws = space.subarray(0, count * numbers).fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      const ofDraw = draws.subarray(draw * numbers, (draw + 1) * numbers);
      write(first + draw, ofDraw);
      writeTotal(ofDraw, groups.length);
    }
    table.write(first - range.from, draws);
    onProgress((first + count - range.from) / table.draws);
  }
  return {
    months: timeline.monthEnds,
    staffGroups: withTotal(groups.map(({ group }) => group.code)),
    range,
    table,
  };
}

/** Writes the headline measures of a draw over zeros, group after group, each at all month ends. */
type WriteDraw = (draw: number, lines: Float64Array) => void;

/** Prepares the draws of an input: by the draw kernel where it can, else by the modules. */
function preparedDraws(input: ProjectionInput, central: CompiledProjection): WriteDraw {
  const memory = new CompileMemory();
  const reduced = compileProjection(headlineInput(input, central.engine), memory);
  const residuals = central.context.groups.map((start) => residualGrowth(start, central.context));
  const kernel = DrawKernel.of(reduced, memory);
  let byModules: ModuleDraws | null = null;
  return (draw, lines) => {
    if (draw === 0) {
      writeLines(lines, linesOf(central, simulate(central.engine).groups));
      return;
    }
    const factors = residuals.map((ofGroup) => ofGroup(draw));
    if (kernel?.write(draw, lines, factors) === true) return;
    byModules ??= moduleDraws(input, central, reduced, memory);
    writeLines(lines, byModules(draw, factors));
  };
}

/** The lines of a draw by the modules, given the factors on the stocks of each group. */
type ModuleDraws = (draw: number, factors: readonly Float64Array[]) => readonly GroupLines[];

/** Compiled once, and again only what a draw changes. */
function moduleDraws(
  input: ProjectionInput,
  central: CompiledProjection,
  reduced: CompiledProjection,
  memory: CompileMemory,
): ModuleDraws {
  const assumptionsOf = assumptionDraws(input);
  const runs = new HeadlineRuns(reduced.engine);
  const chanceOf = smallTeamChance(input, central.context.groups);
  return (draw, factors) => {
    const assumptions = assumptionsOf(draw);
    const compiled = compileProjection({ ...reduced.context.input, assumptions }, memory);
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

function writeLines(target: Float64Array, groups: readonly GroupLines[]): void {
  let place = 0;
  for (const lines of groups) {
    for (const measure of HEADLINE_MEASURES) {
      const values = lineOf({ lines }, measure);
      target.set(values, place);
      place += values.length;
    }
  }
}

/** Writes the sum of the groups of a draw, in their order, after them. */
function writeTotal(draw: Float64Array, groups: number): void {
  const numbers = draw.length / (groups + 1);
  const total = groups * numbers;
  for (let first = 0; first < total; first += numbers) {
    for (let number = 0; number < numbers; number += 1) {
      draw[total + number] = (draw[total + number] as number) + (draw[first + number] as number);
    }
  }
}
