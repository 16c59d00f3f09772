import type { EngineGroupOutput } from '#engine';

import type { MonthlyMeasure } from '../projection/projection-output';
import type { CompileContext, StartGroup } from './compile-context';

/** Monthly series by measure, one value per month end of the timeline (index 0 is the baseline month). */
export type GroupLines = Readonly<Partial<Record<MonthlyMeasure, readonly number[]>>>;

/** A staff group after simulation, with the lines that earlier steps derived. */
export interface SimulatedGroup {
  readonly start: StartGroup;
  /** All else that was simulated is in the lines. */
  readonly simulated: Pick<EngineGroupOutput, 'costs'>;
  readonly lines: GroupLines;
}

/**
 * Derives lines of a staff group that do not feed back into its stock (trainees, temporary staffing,
 * cost). Steps run in order, and a later one sees the lines of those before it. A line that an earlier
 * step derived may be replaced (what is available is reduced by training time). Pure.
 */
export type DeriveLines = (group: SimulatedGroup, context: CompileContext) => GroupLines;

/** The line, which an earlier step must have derived. @throws RangeError if none has. */
export function lineOf({ lines }: Pick<SimulatedGroup, 'lines'>, measure: MonthlyMeasure): readonly number[] {
  const line = lines[measure];
  if (line === undefined) throw new RangeError(`the line ${measure} is not derived yet`);
  return line;
}
