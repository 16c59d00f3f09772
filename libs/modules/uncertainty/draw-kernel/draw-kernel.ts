import {
  prepareRuns,
  type EngineGroup,
  type EngineRuns,
  type GroupRunOutput,
  type GroupRunRates,
  type MoveRunRates,
} from '#engine';

import {
  ALL_STAFF,
  AssumptionReader,
  startGroups,
  type CompileContext,
  type CompileMemory,
  type StartGroup,
} from '../../compilation';
import type { CompiledProjection } from '../../projection/compile-projection';
import { compileJoinerProfiles } from '../../representation/compile';
import { HEADLINE_MEASURES } from '../projection-draws';
import { uncertainAssumptions, type UncertainAssumption } from '../uncertain-assumptions';
import { drawCalendar } from './draw-calendar';
import { DrawMoves } from './draw-moves';
import { DrawnContext } from './drawn-context';
import { DrawnValues } from './drawn-values';
import { KernelGroup, type DrawnGroup } from './kernel-group';
import { ModuleGroup } from './module-group';
import { ModuleMoves } from './module-moves';
import { registersInUse } from './registers-in-use';

/** Moves of which each draw writes the rates; false where it has some that are not laid out. */
interface DrawnMoves {
  write(rates: readonly MoveRunRates[]): boolean;
}

/**
 * The headline measures of an organisation draw by draw, by the formulas of the modules written for that
 * alone: each reads what the draw varies from one array, writes over what the draw before has written, and
 * goes through the months once. The modules are the specification: a draw differs from the projection of
 * its assumptions in rounding only (below 1e-9), which a property test shows. Staff groups that use what
 * is not restated (programmes, overseas cohorts, apprentices) are drawn by the modules in the same run.
 */
export class DrawKernel {
  private constructor(
    private readonly drawn: DrawnValues,
    private readonly context: DrawnContext | null,
    private readonly runs: EngineRuns,
    private readonly groups: readonly DrawnGroup[],
    private readonly moves: DrawnMoves,
  ) {}

  /**
   * Prepares the draws of an input.
   *
   * @param compiled the input without the dimensions that move no headline measure (`headlineInput`)
   * @param memory of that compilation
   * @returns null where the modules must draw everything: substitutions, chance in small teams, or a start
   *   that varies
   */
  static of(compiled: CompiledProjection, memory: CompileMemory): DrawKernel | null {
    const { context, engine } = compiled;
    const inUse = registersInUse(context);
    if (context.input.smallTeams !== undefined || inUse.groups === null) return null;
    const uncertain = uncertainAssumptions(context.input);
    const drawn = new DrawnValues(context.input, uncertain);
    if (!isStartFixed(context, drawn)) return null;
    const kernelGroups = context.groups.map((start, index) =>
      inUse.groups?.has(start.group.code) === true
        ? null
        : kernelGroup(start, engine.groups[index] as EngineGroup, drawn, context),
    );
    const hasModuleMoves = inUse.hasMoves || areConversionsDrawn(context, drawn);
    const byModules = context.groups.filter((_, index) => kernelGroups[index] === null);
    const needed = uncertain.filter((each) => isNeeded(each, byModules, hasModuleMoves));
    const isByKernelAlone = byModules.length === 0 && !hasModuleMoves;
    const moduleContext = new DrawnContext(context, drawn, isByKernelAlone ? [] : needed, memory);
    const groups = kernelGroups.map(
      (group, index) =>
        group ??
        new ModuleGroup(
          context.groups[index] as StartGroup,
          engine.groups[index] as EngineGroup,
          moduleContext,
        ),
    );
    const calendar = drawCalendar(context.timeline, context.input.calendar.years + 1);
    const moves = hasModuleMoves
      ? new ModuleMoves(engine, moduleContext)
      : new DrawMoves(drawn, calendar, engine, context);
    const runs = prepareRuns(engine, { keep: ['ages', 'ethnicities'] });
    return new DrawKernel(drawn, isByKernelAlone ? null : moduleContext, runs, groups, moves);
  }

  /**
   * Writes the measures of a draw, group after group, each at all month ends.
   *
   * @param factors on the stocks of each group at month ends
   * @returns false where the draw has flows that the central case has not: the modules are needed for it
   */
  write(draw: number, lines: Float64Array, factors: readonly Float64Array[]): boolean {
    this.drawn.draw(draw);
    this.context?.take();
    const { rates } = this.runs;
    const isWritten =
      this.moves.write(rates.moves) &&
      this.groups.every((group, index) => group.writeRates(rates.groups[index] as GroupRunRates));
    if (!isWritten) return false;
    const output = this.runs.run();
    return this.groups.every((group, index) => {
      const ofGroup = factors[index] as Float64Array;
      const numbers = ofGroup.length * HEADLINE_MEASURES.length;
      const place = lines.subarray(index * numbers, (index + 1) * numbers);
      return group.writeLines(place, output.groups[index] as GroupRunOutput, ofGroup);
    });
  }
}

/** True where no draw changes who is there at the start, nor how joiners are spread. */
function isStartFixed(context: CompileContext, drawn: DrawnValues): boolean {
  const { fixed, assumptions } = traced(context);
  const { readings } = assumptions.traced(() =>
    startGroups(context.input, assumptions).part.forEach((start) => compileJoinerProfiles(start, fixed)),
  );
  return readings.every(({ parameter, staffGroup }) => !drawn.isDrawn(parameter, staffGroup));
}

/** The group by the restated formulas; null where a draw varies what they read once, or they do not hold. */
function kernelGroup(
  start: StartGroup,
  model: EngineGroup,
  drawn: DrawnValues,
  context: CompileContext,
): KernelGroup | null {
  if (start.totalFte === 0) return null;
  const { fixed, assumptions } = traced(context);
  const calendar = drawCalendar(context.timeline, context.input.calendar.years + 1);
  const { result, readings } = assumptions.traced(
    () => new KernelGroup({ start, model, calendar }, drawn, { fixed, central: context }),
  );
  const isFixed = readings.every(({ parameter, staffGroup }) => !drawn.isDrawn(parameter, staffGroup));
  return isFixed && result.isKnown ? result : null;
}

/** A context whose readings can be traced. */
function traced(context: CompileContext) {
  const { input, timeline, assumptions: reader } = context;
  const assumptions = new AssumptionReader(input.assumptions, timeline, reader.profiles);
  const fixed: CompileContext = { ...context, assumptions };
  return { fixed, assumptions };
}

function areConversionsDrawn({ groups }: CompileContext, drawn: DrawnValues): boolean {
  return groups.some(({ group }) => drawn.isDrawn('skill-mix.conversions', group.code));
}

/** True for what the modules read of their groups, and of all groups where they make the moves. */
function isNeeded(
  { parameter, staffGroup }: UncertainAssumption,
  byModules: readonly StartGroup[],
  hasModuleMoves: boolean,
): boolean {
  if (staffGroup === ALL_STAFF || byModules.some(({ group }) => group.code === staffGroup)) return true;
  return hasModuleMoves && (parameter.module === 'skill-mix' || parameter.module === 'apprenticeship-levy');
}
