import type { RegisterDefinition } from '../register/register-definition';
import { MONTHLY_PROFILES } from './monthly-profiles.register';

/** Registers of the module, in the order in which screens list them. */
export const GROWTH_REGISTERS: readonly RegisterDefinition[] = [MONTHLY_PROFILES];
