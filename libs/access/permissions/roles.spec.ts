import { PERMISSIONS, ROLES, roleAllows } from './roles';

describe('roles', () => {
  it.each(['regional-reviewer', 'national-analyst'] as const)(
    'keep the drafts of systems from a %s, who reads the totals of the own level',
    (role) => {
      expect(roleAllows(role, 'plans:read', 'below')).toBe(false);
      expect(roleAllows(role, 'projections:read', 'below')).toBe(false);
      expect(roleAllows(role, 'plans:read-submitted', 'below')).toBe(true);
      expect(roleAllows(role, 'projections:read', 'there')).toBe(true);
    },
  );

  it('let nobody edit who only signs, reviews or audits', () => {
    for (const role of [
      'nursing-lead',
      'medical-lead',
      'clinical-lead',
      'approver',
      'regional-reviewer',
      'national-analyst',
      'auditor',
    ] as const) {
      const edits = PERMISSIONS.filter((permission) => /:(edit|write|run)$/.test(permission));
      expect(edits.filter((permission) => roleAllows(role, permission, 'there'))).toEqual([]);
    }
  });

  it('leave data loads and people to the administrator', () => {
    const holders = ROLES.filter((role) => roleAllows(role, 'imports:write', 'there'));
    expect(holders).toEqual(['administrator']);
    expect(ROLES.filter((role) => roleAllows(role, 'people:edit', 'there'))).toEqual(['administrator']);
  });
});
