import { APPRENTICESHIP_LEVY_REGISTERS } from '../apprenticeship-levy/registers';
import { EFFICIENCY_REGISTERS } from '../efficiency/registers';
import { GROWTH_REGISTERS } from '../growth/registers';
import { INTERNATIONAL_RECRUITMENT_REGISTERS } from '../international-recruitment/registers';
import { REPRESENTATION_REGISTERS } from '../representation/registers';
import { RETENTION_REGISTERS } from '../retention/registers';
import { SKILL_MIX_REGISTERS } from '../skill-mix/registers';
import { TRAINING_SUPPLY_REGISTERS } from '../training-supply/registers';
import type { RegisterDefinition } from './register-definition';

/** Every register, module by module in the order of PLANNING_MODULES. */
export const REGISTERS: readonly RegisterDefinition[] = [
  ...GROWTH_REGISTERS,
  ...TRAINING_SUPPLY_REGISTERS,
  ...RETENTION_REGISTERS,
  ...INTERNATIONAL_RECRUITMENT_REGISTERS,
  ...APPRENTICESHIP_LEVY_REGISTERS,
  ...REPRESENTATION_REGISTERS,
  ...SKILL_MIX_REGISTERS,
  ...EFFICIENCY_REGISTERS,
];

const BY_KEY = new Map(REGISTERS.map((register) => [register.key, register]));

/** The register of that key, or undefined. */
export function registerByKey(key: string): RegisterDefinition | undefined {
  return BY_KEY.get(key);
}
