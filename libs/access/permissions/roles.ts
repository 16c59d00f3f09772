/** Everything an endpoint can ask for. */
export const PERMISSIONS = [
  'organisations:read',
  'rounds:read',
  'rounds:edit',
  'parameters:read',
  'plans:read',
  'plans:read-submitted',
  'plans:edit',
  'plans:sign',
  'projections:read',
  'projections:run',
  'assumptions:read',
  'assumptions:edit',
  'imports:read',
  'imports:write',
  'extracts:read',
  'extracts:write',
  'baselines:read',
  'baselines:edit',
  'schedules:read',
  'schedules:edit',
  'jobs:read',
  'jobs:edit',
  'people:read',
  'people:edit',
  'api-clients:read',
  'api-clients:edit',
  'audit:read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'workforce-lead',
  'finance-lead',
  'nursing-lead',
  'medical-lead',
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

export type Role = (typeof ROLES)[number];

/** What a role may do, by where it may do it. */
export interface RoleDefinition {
  readonly name: string;
  /** On the organisation of the grant and on all below it. */
  readonly below: readonly Permission[];
  /** On the organisation of the grant alone. */
  readonly there: readonly Permission[];
}

/** What everyone who signs in needs to find their way. */
const LOOK: readonly Permission[] = ['organisations:read', 'rounds:read', 'parameters:read'];

const READ: readonly Permission[] = [
  ...LOOK,
  'plans:read',
  'plans:read-submitted',
  'projections:read',
  'assumptions:read',
  'imports:read',
  'extracts:read',
  'baselines:read',
  'schedules:read',
];

/** Takes part in signing off; who signs what is the workflow's to say. */
const SIGN: readonly Permission[] = [...READ, 'plans:sign'];

const CONTRIBUTE: readonly Permission[] = [
  ...SIGN,
  'plans:edit',
  'assumptions:edit',
  'projections:run',
  'extracts:write',
  'baselines:edit',
];

/** Reads other systems' plans only once they are submitted; its own level's totals at any time. */
const OVERSEE: Omit<RoleDefinition, 'name'> = {
  below: [...LOOK, 'plans:read-submitted', 'imports:read'],
  there: ['plans:read', 'projections:read', 'assumptions:read'],
};

/** The whole of who may do what: the one table that every check reads. */
export const ROLE_DEFINITIONS: Readonly<Record<Role, RoleDefinition>> = {
  'workforce-lead': { name: 'Workforce lead', below: CONTRIBUTE, there: [] },
  'finance-lead': { name: 'Finance lead', below: CONTRIBUTE, there: [] },
  'nursing-lead': { name: 'Nursing lead', below: SIGN, there: [] },
  'medical-lead': { name: 'Medical lead', below: SIGN, there: [] },
  'education-lead': { name: 'Education lead', below: CONTRIBUTE, there: [] },
  'equality-lead': { name: 'Equality lead', below: CONTRIBUTE, there: [] },
  'system-planner': { name: 'System planner', below: CONTRIBUTE, there: [] },
  'clinical-lead': { name: 'Clinical lead', below: SIGN, there: [] },
  approver: { name: 'Approver (chief executive or board)', below: SIGN, there: [] },
  'regional-reviewer': {
    name: 'Regional reviewer',
    below: [...OVERSEE.below, 'plans:sign'],
    there: OVERSEE.there,
  },
  'national-analyst': { name: 'National analyst', ...OVERSEE },
  administrator: {
    name: 'Administrator',
    below: [
      ...READ,
      'projections:run',
      'rounds:edit',
      'imports:write',
      'extracts:write',
      'baselines:edit',
      'schedules:edit',
      'jobs:read',
      'jobs:edit',
      'people:read',
      'people:edit',
      'api-clients:read',
      'api-clients:edit',
      'audit:read',
    ],
    there: [],
  },
  auditor: {
    name: 'Auditor',
    below: [...READ, 'people:read', 'api-clients:read', 'jobs:read', 'audit:read'],
    there: [],
  },
};

/** Whether a role gives a permission on an organisation, seen from the organisation of the grant. */
export function roleAllows(role: Role, permission: Permission, place: 'there' | 'below'): boolean {
  const { below, there } = ROLE_DEFINITIONS[role];
  return below.includes(permission) || (place === 'there' && there.includes(permission));
}

/** Whether a stored word is a role of this version. */
export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}
