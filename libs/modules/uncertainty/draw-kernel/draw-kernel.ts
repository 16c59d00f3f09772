import { prepareRuns, type EngineRuns, type GroupRunOutput, type GroupRunRates } from '#engine';

import { AssumptionReader, startGroups, type CompileContext, type StartGroup } from '../../compilation';
import type { CompiledProjection } from '../../projection/compile-projection';
import { REGISTERS, registerRows } from '../../register';
import { compileJoinerProfiles } from '../../representation/compile';
import { HEADLINE_MEASURES } from '../projection-draws';
import { uncertainAssumptions } from '../uncertain-assumptions';
import { drawCalendar, type DrawCalendar } from './draw-calendar';
import { DrawExits } from './draw-exits';
import { DrawJoiners } from './draw-joiners';
import { DrawLines } from './draw-lines';
import { DrawMoves } from './draw-moves';
import { DrawPosts } from './draw-posts';
import { DrawReturns } from './draw-returns';
import { DrawnValues } from './drawn-values';

/** Registers whose entries are the same in every draw, or move no headline measure. */
const KNOWN_REGISTERS: ReadonlySet<string> = new Set([
  'growth.monthly-profiles',
  'growth.service-commitments',
  'growth.workload-standards',
  'retention.interventions',
  'efficiency.schemes',
  'representation.targets',
  'representation.indicators',
  'apprenticeship-levy.opening-funds',
  'apprenticeship-levy.transfers',
]);

interface DrawnGroup {
  readonly posts: DrawPosts;
  readonly exits: DrawExits;
  readonly joiners: DrawJoiners;
  readonly returns: DrawReturns;
  readonly lines: DrawLines;
}

/**
 * The headline measures of an organisation draw by draw, by the formulas of the modules written for that
 * alone: each reads what the draw varies from one array, writes over what the draw before has written, and
 * goes through the months once. The modules are the specification: a draw differs from the projection of
 * its assumptions in rounding only (below 1e-9), which a property test shows. Organisations that use what
 * this does not know (programmes, overseas cohorts, apprentices, substitutions, chance in small teams) are
 * projected by the modules themselves.
 */
export class DrawKernel {
  private constructor(
    private readonly drawn: DrawnValues,
    private readonly runs: EngineRuns,
    private readonly groups: readonly DrawnGroup[],
    private readonly moves: DrawMoves,
  ) {}

  /**
   * Prepares the draws of an input.
   *
   * @param compiled the input without the dimensions that move no headline measure (`headlineInput`)
   * @returns null where the modules are needed
   */
  static of({ context, engine }: CompiledProjection): DrawKernel | null {
    const { input } = context;
    if (input.smallTeams !== undefined || usesOtherRegisters(context)) return null;
    const drawn = new DrawnValues(input, uncertainAssumptions(input));
    const assumptions = new AssumptionReader(
      input.assumptions,
      context.timeline,
      context.assumptions.profiles,
    );
    const calendar = drawCalendar(context.timeline, input.calendar.years + 1);
    const { result, readings } = assumptions.traced(() => {
      const fixed: CompileContext = { ...context, assumptions };
      startGroups(input, assumptions).part.forEach((start) => compileJoinerProfiles(start, fixed));
      return context.groups.map((start, index) =>
        drawnGroup(
          { start, model: engine.groups[index] as (typeof engine.groups)[number] },
          drawn,
          calendar,
          {
            fixed,
            central: context,
          },
        ),
      );
    });
    const isFixed = readings.every(({ parameter, staffGroup }) => !drawn.isDrawn(parameter, staffGroup));
    const areConversionsFixed = context.groups.every(
      ({ group }) => !drawn.isDrawn('skill-mix.conversions', group.code),
    );
    if (!isFixed || !areConversionsFixed || result.some(({ posts }) => !posts.isKnown)) return null;
    const runs = prepareRuns(engine, { keep: ['ages', 'ethnicities'] });
    return new DrawKernel(drawn, runs, result, new DrawMoves(drawn, calendar, engine, context));
  }

  /**
   * Writes the measures of a draw, group after group, each at all month ends.
   *
   * @param factors on the stocks of each group at month ends
   * @returns false where the draw has flows that the central case has not: the modules are needed for it
   */
  write(draw: number, lines: Float64Array, factors: readonly Float64Array[]): boolean {
    this.drawn.draw(draw);
    if (!this.writeRates()) return false;
    const { groups } = this.runs.run();
    return this.groups.every(({ lines: measures }, index) => {
      const ofGroup = factors[index] as Float64Array;
      const numbers = ofGroup.length * HEADLINE_MEASURES.length;
      const place = lines.subarray(index * numbers, (index + 1) * numbers);
      return measures.write(place, groups[index] as GroupRunOutput, ofGroup);
    });
  }

  private writeRates(): boolean {
    const { rates } = this.runs;
    return (
      this.moves.write(rates.moves) &&
      this.groups.every(({ posts, exits, joiners, returns }, index) => {
        const ofGroup = rates.groups[index] as GroupRunRates;
        posts.write();
        exits.write(ofGroup);
        return joiners.write(ofGroup, posts.establishment) && returns.write(ofGroup, exits);
      })
    );
  }
}

function usesOtherRegisters({ input }: CompileContext): boolean {
  return REGISTERS.some(
    (register) => !KNOWN_REGISTERS.has(register.key) && registerRows(input, register).length > 0,
  );
}

interface GroupToDraw {
  readonly start: StartGroup;
  readonly model: CompiledProjection['engine']['groups'][number];
}

interface Contexts {
  /** What is read here must not vary. */
  readonly fixed: CompileContext;
  readonly central: CompileContext;
}

function drawnGroup(
  { start, model }: GroupToDraw,
  drawn: DrawnValues,
  calendar: DrawCalendar,
  { fixed, central }: Contexts,
): DrawnGroup {
  const posts = new DrawPosts(start, drawn, calendar, central);
  return {
    posts,
    exits: new DrawExits(start, drawn, calendar, fixed),
    joiners: new DrawJoiners(start, drawn, calendar, model, fixed),
    returns: new DrawReturns(start, drawn, calendar, model),
    lines: new DrawLines(start, drawn, calendar, posts, fixed),
  };
}
