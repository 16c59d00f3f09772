/** The roles in the order of the choices. */
export const ROLES = [
  'workforce-lead',
  'finance-lead',
  'education-lead',
  'equality-lead',
  'system-planner',
  'clinical-lead',
  'approver',
  'regional-reviewer',
  'national-analyst',
  'administrator',
  'auditor',
] as const;
