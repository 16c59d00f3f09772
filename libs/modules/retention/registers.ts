import type { RegisterDefinition } from '../register/register-definition';
import { RETENTION_INTERVENTIONS } from './interventions.register';

/** Registers of retention. */
export const RETENTION_REGISTERS: readonly RegisterDefinition[] = [RETENTION_INTERVENTIONS];
