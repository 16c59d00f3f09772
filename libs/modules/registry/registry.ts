import { APPRENTICESHIP_LEVY_PARAMETERS } from '../apprenticeship-levy/parameters';
import { EFFICIENCY_PARAMETERS } from '../efficiency/parameters';
import { GROWTH_PARAMETERS } from '../growth/parameters';
import { INTERNATIONAL_RECRUITMENT_PARAMETERS } from '../international-recruitment/parameters';
import { PAY_BILL_PARAMETERS } from '../pay-bill/parameters';
import { REPRESENTATION_PARAMETERS } from '../representation/parameters';
import { RETENTION_PARAMETERS } from '../retention/parameters';
import { SICKNESS_ABSENCE_PARAMETERS } from '../sickness-absence/parameters';
import { SKILL_MIX_PARAMETERS } from '../skill-mix/parameters';
import { TEMPORARY_STAFFING_PARAMETERS } from '../temporary-staffing/parameters';
import { TRAINING_SUPPLY_PARAMETERS } from '../training-supply/parameters';
import { indexByKey } from './index-by-key';
import type { ParameterDefinition, PlanningModule } from './parameter-definition';

/** Every parameter, module by module in the order of PLANNING_MODULES. */
export const PARAMETERS: readonly ParameterDefinition[] = [
  ...GROWTH_PARAMETERS,
  ...TRAINING_SUPPLY_PARAMETERS,
  ...RETENTION_PARAMETERS,
  ...INTERNATIONAL_RECRUITMENT_PARAMETERS,
  ...APPRENTICESHIP_LEVY_PARAMETERS,
  ...REPRESENTATION_PARAMETERS,
  ...SKILL_MIX_PARAMETERS,
  ...SICKNESS_ABSENCE_PARAMETERS,
  ...TEMPORARY_STAFFING_PARAMETERS,
  ...EFFICIENCY_PARAMETERS,
  ...PAY_BILL_PARAMETERS,
];

const BY_KEY = indexByKey(PARAMETERS);

/** The parameter of that key, or undefined. */
export function parameterByKey(key: string): ParameterDefinition | undefined {
  return BY_KEY.get(key);
}

/** Names of the modules as screens and documents show them. */
export const MODULE_NAMES: Readonly<Record<PlanningModule, string>> = {
  growth: 'Growth',
  'training-supply': 'Training supply',
  retention: 'Retention',
  'international-recruitment': 'International recruitment',
  'apprenticeship-levy': 'Apprenticeship levy',
  representation: 'BME representation',
  'skill-mix': 'Skill mix',
  'sickness-absence': 'Sickness absence',
  'temporary-staffing': 'Temporary staffing',
  efficiency: 'Efficiency',
  'pay-bill': 'Pay bill',
};
