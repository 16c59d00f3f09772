import { APPRENTICESHIP_MEASURES } from '../apprenticeship-levy/measures';
import { INTERNATIONAL_MEASURES } from '../international-recruitment/measures';
import { PAY_BILL_MEASURES } from '../pay-bill/measures';
import { RETENTION_MEASURES } from '../retention/measures';
import { SICKNESS_MEASURES } from '../sickness-absence/measures';
import { TEMPORARY_STAFFING_MEASURES } from '../temporary-staffing/measures';
import { SKILL_MIX_MEASURES } from '../skill-mix/measures';
import { JOINER_MEASURES, MOVE_MEASURES } from './flow-measures';
import { TRAINING_SUPPLY_MEASURES } from '../training-supply/measures';
import type { MeasureDefinitions } from './measure-definition';
import type { MonthlyMeasure } from './projection-output';
import { EXIT_MEASURES, STOCK_MEASURES } from './stock-measures';

/** Every monthly measure, defined once, by the module that derives it. */
export const MEASURES: MeasureDefinitions<MonthlyMeasure> = {
  ...STOCK_MEASURES,
  ...EXIT_MEASURES,
  ...JOINER_MEASURES,
  ...MOVE_MEASURES,
  ...SKILL_MIX_MEASURES,
  ...TRAINING_SUPPLY_MEASURES,
  ...RETENTION_MEASURES,
  ...INTERNATIONAL_MEASURES,
  ...PAY_BILL_MEASURES,
  ...APPRENTICESHIP_MEASURES,
  ...SICKNESS_MEASURES,
  ...TEMPORARY_STAFFING_MEASURES,
};
