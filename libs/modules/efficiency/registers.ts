import type { RegisterDefinition } from '../register/register-definition';
import { EFFICIENCY_SCHEMES } from './schemes.register';

/** Registers of the module, in the order in which screens list them. */
export const EFFICIENCY_REGISTERS: readonly RegisterDefinition[] = [EFFICIENCY_SCHEMES];
