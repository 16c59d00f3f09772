import type { JoinerSource } from '#engine';

import type { ProjectionInput, StaffGroupInput } from '../projection/projection-input';
import type { ProjectionNotice } from '../projection/projection-output';
import type { AssumptionReader } from './assumption-reader';
import type { Timeline } from './timeline';

/** What every module compiles from. */
export interface CompileContext {
  readonly input: ProjectionInput;
  readonly timeline: Timeline;
  readonly assumptions: AssumptionReader;
  readonly groups: readonly StartGroup[];
}

/** What rates by month are made from: enough for reports, which have no start state. */
export type RateContext = Pick<CompileContext, 'assumptions' | 'timeline'>;

/** A staff group at the baseline month, fitted to its marginals. Cells are numbered as in the engine. */
export interface StartGroup {
  readonly group: StaffGroupInput;
  readonly index: number;
  readonly headcount: readonly number[];
  readonly fte: readonly number[];
  /** FTE per head of the group at the start; above 0 even where the group is empty. */
  readonly participation: number;
  readonly totalHeadcount: number;
  readonly totalFte: number;
  /** Share of the group's people in each band. */
  readonly bandShares: readonly number[];
}

/** Part of a module's result together with what a planner must know about it. */
export interface Compiled<Part> {
  readonly part: Part;
  readonly notices: readonly ProjectionNotice[];
}

/** Joiners of one source, people a month. */
export interface JoinerPlan {
  readonly source: JoinerSource;
  readonly people: readonly number[];
}
