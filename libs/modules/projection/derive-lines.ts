import type { EngineGroupOutput } from '#engine';

import type { DeriveLines, GroupLines, SimulatedGroup, StartGroup } from '../compilation';
import { apprenticeshipBackfillLines, apprenticeshipTrainingLines } from '../apprenticeship-levy/lines';
import { internationalLines } from '../international-recruitment/lines';
import { furtherPayLines, payBillTotalLines, staffInPostPayLines } from '../pay-bill/lines';
import { retentionLines } from '../retention/lines';
import { sicknessLines } from '../sickness-absence/lines';
import { temporaryStaffingLines } from '../temporary-staffing/lines';
import { trainingSupplyLines } from '../training-supply/lines';
import type { CompiledProjection } from './compile-projection';
import { engineLines } from './engine-lines';
import { MONTHLY_MEASURES, type MonthlyMeasure } from './projection-output';

/** Lines that follow from assumptions alone, whatever is simulated: worked out again only when these change. */
function fromAssumptions(name: string, derive: DeriveLines): DeriveLines {
  return (group, context) =>
    context.assumptions.recall(`${name} lines ${group.start.group.code}`, group.start, () =>
      derive(group, context),
    );
}

/** What the modules derive from the simulated stocks and flows, in this order. */
const STEPS: readonly DeriveLines[] = [
  trainingSupplyLines,
  apprenticeshipTrainingLines,
  sicknessLines,
  temporaryStaffingLines,
  retentionLines,
  fromAssumptions('international', internationalLines),
  staffInPostPayLines,
  apprenticeshipBackfillLines,
  furtherPayLines,
  payBillTotalLines,
];

/** Steps whose lines no other step uses and no headline measure is: draws leave them out. */
const FOR_REPORTS: ReadonlySet<DeriveLines> = new Set([retentionLines]);

/** What headline measures are derived by. */
export const HEADLINE_STEPS: readonly DeriveLines[] = STEPS.filter((step) => !FOR_REPORTS.has(step));

/**
 * Every monthly measure of a staff group: the engine's stocks and flows, then what each module derives
 * from them.
 *
 * @throws RangeError if a measure was not derived: a defect of the modules.
 */
export function deriveLines(
  simulated: EngineGroupOutput,
  index: number,
  compiled: CompiledProjection,
): Readonly<Record<MonthlyMeasure, readonly number[]>> {
  const start = compiled.context.groups[index];
  if (start === undefined) throw new RangeError(`there is no staff group ${index}`);
  const lines = deriveFrom(engineLines({ simulated, start }, compiled), simulated, start, compiled);
  const missing = MONTHLY_MEASURES.filter((measure) => lines[measure] === undefined);
  if (missing.length > 0) throw new RangeError(`no module derives ${missing.join(', ')}`);
  return lines as Record<MonthlyMeasure, readonly number[]>;
}

/** What the modules derive from the first lines of a group: its stocks, flows, funded posts and requirement. */
export function deriveFrom(
  first: GroupLines,
  simulated: SimulatedGroup['simulated'],
  start: StartGroup,
  { context }: Pick<CompiledProjection, 'context'>,
  steps: readonly DeriveLines[] = STEPS,
): GroupLines {
  // One object that grows: copies of it would cost more than the lines themselves.
  const lines: Partial<Record<MonthlyMeasure, readonly number[]>> = { ...first };
  for (const derive of steps) {
    Object.assign(lines, derive({ start, simulated, lines }, context));
  }
  return lines;
}
