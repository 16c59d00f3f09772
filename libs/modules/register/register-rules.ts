import { MONTHLY_PROFILES } from '../growth/monthly-profiles.register';
import { profileProblems } from '../growth/monthly-profiles.rule';
import type { RegisterRule } from './register-rule';

/** Rules beyond single fields, by register key. */
export const REGISTER_RULES: Readonly<Record<string, RegisterRule>> = {
  [MONTHLY_PROFILES.key]: profileProblems,
};
