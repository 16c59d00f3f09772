import type { RegisterDefinition } from '../register/register-definition';
import { MONTHLY_PROFILES } from './monthly-profiles.register';
import { SERVICE_COMMITMENT_LINES } from './service-commitments.register';
import { WORKLOAD_STANDARDS } from './workload-standards.register';

/** Registers of the module, in the order in which screens list them. */
export const GROWTH_REGISTERS: readonly RegisterDefinition[] = [
  SERVICE_COMMITMENT_LINES,
  WORKLOAD_STANDARDS,
  MONTHLY_PROFILES,
];
