import {
  prepareRuns,
  type EngineInput,
  type EngineRuns,
  type GroupRunOutput,
  type GroupRunRates,
} from '#engine';

import type { GroupLines, StartGroup } from '../compilation';
import type { CompiledProjection } from '../projection/compile-projection';
import { groupLines } from './run-lines';
import { hasSameLayout, matchMoves, writeMoves, writeRates } from './run-rates';

/**
 * Projections of one organisation that differ in rates only: start state, joiners' profiles and routes of
 * moves are laid out once, and each projection writes its rates over those of the one before. Gives the
 * lines of the staff groups without moves and FTE bridges, which no headline measure is made of.
 */
export class HeadlineRuns {
  private readonly runs: EngineRuns;

  constructor(private readonly model: EngineInput) {
    this.runs = prepareRuns(model, { keep: ['ages', 'ethnicities'] });
  }

  /** True where the projection differs from the model in rates only. */
  fits({ engine }: CompiledProjection): boolean {
    const { groups } = this.model;
    const isLaidOut = groups.every((group, index) => hasSameLayout(group, engine.groups[index]));
    return isLaidOut && matchMoves(this.model, engine) !== null;
  }

  /** @param factors on the stocks of each group, by month end */
  linesOf(compiled: CompiledProjection, factors: readonly Float64Array[]): readonly GroupLines[] {
    const { groups, moves } = compiled.engine;
    const { rates } = this.runs;
    groups.forEach((group, index) => writeRates(group, rates.groups[index] as GroupRunRates));
    writeMoves(matchMoves(this.model, compiled.engine) ?? [], moves, rates.moves);
    const output = this.runs.run();
    return groups.map((group, index) => {
      const start = compiled.context.groups[index] as StartGroup;
      const posts = {
        establishment: compiled.establishment[index] ?? [],
        requirement: compiled.requirement[index] ?? [],
        skillMix: compiled.skillMix[index] ?? [],
      };
      const run = output.groups[index] as GroupRunOutput;
      return groupLines({ start, group, posts, run }, compiled.context, factors[index]);
    });
  }
}
