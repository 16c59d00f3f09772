import type { EngineGroup, GroupRunOutput, GroupRunRates } from '#engine';

import type { CompileContext, StartGroup } from '../../compilation';
import type { DrawCalendar } from './draw-calendar';
import { DrawExits } from './draw-exits';
import { DrawJoiners } from './draw-joiners';
import { DrawLines } from './draw-lines';
import { DrawPosts } from './draw-posts';
import { DrawReturns } from './draw-returns';
import type { DrawnValues } from './drawn-values';

/** A staff group of which each draw writes rates, and after the run its headline measures. */
export interface DrawnGroup {
  /** Writes the rates of the draw in hand; false where it has flows that are not laid out. */
  writeRates(rates: GroupRunRates): boolean;
  /**
   * Writes the measures of a run one after the other, each at all month ends.
   *
   * @param factors on the stocks at month ends
   * @returns false where they cannot be told here
   */
  writeLines(lines: Float64Array, run: GroupRunOutput, factors: Float64Array): boolean;
}

/** A group as it is laid out. */
export interface GroupToDraw {
  readonly start: StartGroup;
  readonly model: EngineGroup;
  readonly calendar: DrawCalendar;
}

/** A group whose draws are written by the restated formulas. */
export class KernelGroup implements DrawnGroup {
  private readonly posts: DrawPosts;
  private readonly exits: DrawExits;
  private readonly joiners: DrawJoiners;
  private readonly returns: DrawReturns;
  private readonly lines: DrawLines;

  /**
   * @param fixed what is read here must be the same in every draw
   * @param central the central case
   */
  constructor(
    { start, model, calendar }: GroupToDraw,
    drawn: DrawnValues,
    { fixed, central }: { readonly fixed: CompileContext; readonly central: CompileContext },
  ) {
    this.posts = new DrawPosts(start, drawn, calendar, central);
    this.exits = new DrawExits(start, drawn, calendar, fixed);
    this.joiners = new DrawJoiners(start, drawn, calendar, model, fixed);
    this.returns = new DrawReturns(start, drawn, calendar, model);
    this.lines = new DrawLines(start, drawn, calendar, this.posts, fixed);
  }

  /** True where the work of the group can be told from its growth. */
  get isKnown(): boolean {
    return this.posts.isKnown;
  }

  writeRates(rates: GroupRunRates): boolean {
    this.posts.write();
    this.exits.write(rates);
    return this.joiners.write(rates, this.posts.establishment) && this.returns.write(rates, this.exits);
  }

  writeLines(lines: Float64Array, run: GroupRunOutput, factors: Float64Array): boolean {
    return this.lines.write(lines, run, factors);
  }
}
