import type { RegisterDefinition } from '../register/register-definition';
import { COHORTS } from './cohorts.register';

/** Registers of international recruitment. */
export const INTERNATIONAL_RECRUITMENT_REGISTERS: readonly RegisterDefinition[] = [COHORTS];
