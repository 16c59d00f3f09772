import type { EngineGroupOutput } from '#engine';

import type { DeriveLines, GroupLines } from '../compilation';
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

/** What the modules derive from the simulated stocks and flows, in this order. */
const STEPS: readonly DeriveLines[] = [
  trainingSupplyLines,
  apprenticeshipTrainingLines,
  sicknessLines,
  temporaryStaffingLines,
  retentionLines,
  internationalLines,
  staffInPostPayLines,
  apprenticeshipBackfillLines,
  furtherPayLines,
  payBillTotalLines,
];

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
  let lines: GroupLines = engineLines({ simulated, start }, compiled);
  for (const derive of STEPS) {
    lines = { ...lines, ...derive({ start, simulated, lines }, compiled.context) };
  }
  const missing = MONTHLY_MEASURES.filter((measure) => lines[measure] === undefined);
  if (missing.length > 0) throw new RangeError(`no module derives ${missing.join(', ')}`);
  return lines as Record<MonthlyMeasure, readonly number[]>;
}
