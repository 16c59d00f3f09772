import { EFFICIENCY_SCHEMES } from '../efficiency/schemes.register';
import { schemeProblems } from '../efficiency/schemes.rule';
import { MONTHLY_PROFILES } from '../growth/monthly-profiles.register';
import { profileProblems } from '../growth/monthly-profiles.rule';
import { SERVICE_COMMITMENT_LINES } from '../growth/service-commitments.register';
import { commitmentProblems } from '../growth/service-commitments.rule';
import { WORKLOAD_STANDARDS } from '../growth/workload-standards.register';
import { standardProblems } from '../growth/workload-standards.rule';
import { ROTATIONAL_POSTS } from '../training-supply/rotational-posts.register';
import { rotationalPostProblems } from '../training-supply/rotational-posts.rule';
import { COHORTS } from '../international-recruitment/cohorts.register';
import { cohortProblems } from '../international-recruitment/cohorts.rule';
import { RETENTION_INTERVENTIONS } from '../retention/interventions.register';
import { interventionProblems } from '../retention/interventions.rule';
import type { RegisterRule } from './register-rule';

/** Rules beyond single fields, by register key. */
export const REGISTER_RULES: Readonly<Record<string, RegisterRule>> = {
  [SERVICE_COMMITMENT_LINES.key]: commitmentProblems,
  [WORKLOAD_STANDARDS.key]: standardProblems,
  [MONTHLY_PROFILES.key]: profileProblems,
  [ROTATIONAL_POSTS.key]: rotationalPostProblems,
  [EFFICIENCY_SCHEMES.key]: schemeProblems,
  [RETENTION_INTERVENTIONS.key]: interventionProblems,
  [COHORTS.key]: cohortProblems,
};
