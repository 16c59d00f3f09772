import type { ParameterDefinition } from '../registry/parameter-definition';
import { TEMPORARY_NEED_PARAMETERS } from './need-parameters';
import { PREMIUM_PARAMETERS } from './premium-parameters';
import { TEMPORARY_SUPPLY_PARAMETERS } from './supply-parameters';

/** Temporary staffing: what is needed beyond staff in post, who works it, and at what price. */
export const TEMPORARY_STAFFING_PARAMETERS: readonly ParameterDefinition[] = [
  ...TEMPORARY_NEED_PARAMETERS,
  ...TEMPORARY_SUPPLY_PARAMETERS,
  ...PREMIUM_PARAMETERS,
];
