import { createPerson, grantRole, newPassword, ROLE_DEFINITIONS, type Role } from '#access';
import { ENGLAND_CODE, OrganisationTree, type OrganisationType } from '#organisations';
import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';

/** An account of the demo. The password is known only when the account has just been made. */
export interface DemoAccount {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** Shown once; null for an account that was there before. */
  readonly password: string | null;
  /** Where the role holds, in words. */
  readonly organisations: string;
}

interface DemoGrant {
  readonly code: string;
  readonly type: OrganisationType;
}

const TRUST: readonly DemoGrant[] = [{ code: 'RR8', type: 'trust' }];
const SYSTEMS: readonly DemoGrant[] = [
  { code: 'QWO', type: 'system' },
  { code: 'QJ2', type: 'system' },
];
const REGIONS: readonly DemoGrant[] = [
  { code: 'Y63', type: 'region' },
  { code: 'Y60', type: 'region' },
];
const ENGLAND: readonly DemoGrant[] = [{ code: ENGLAND_CODE, type: 'nation' }];

/** One account for each role, and where it holds. */
const GRANTS: Readonly<Record<Role, readonly DemoGrant[]>> = {
  'workforce-lead': TRUST,
  'finance-lead': TRUST,
  'nursing-lead': TRUST,
  'medical-lead': TRUST,
  'education-lead': TRUST,
  'equality-lead': TRUST,
  'system-planner': SYSTEMS,
  'clinical-lead': SYSTEMS,
  approver: TRUST,
  'regional-reviewer': REGIONS,
  'national-analyst': ENGLAND,
  administrator: ENGLAND,
  auditor: ENGLAND,
};

const ACTOR = 'demo';
const TREE_AS_AT = '2026-04-01';
const VALID_FROM = '2019-04-01';

/** Makes the demo's accounts that are not there yet, each with a random password. */
export async function addDemoPeople(manager: EntityManager): Promise<readonly DemoAccount[]> {
  const tree = await OrganisationTree.load(manager, TREE_AS_AT);
  const accounts: DemoAccount[] = [];
  for (const [role, grants] of Object.entries(GRANTS) as [Role, readonly DemoGrant[]][]) {
    accounts.push(await addAccount(manager, tree, role, grants));
  }
  return accounts;
}

async function addAccount(
  manager: EntityManager,
  tree: OrganisationTree,
  role: Role,
  grants: readonly DemoGrant[],
): Promise<DemoAccount> {
  const name = `Demo ${ROLE_DEFINITIONS[role].name.toLowerCase()}`;
  const email = `${role}@wholetime.example`;
  const password = newPassword();
  const { id, isNew } = await createPerson(manager, { email, name, password, actor: ACTOR });
  const names: string[] = [];
  for (const { code, type } of grants) {
    const node = tree.byCode(code, type);
    if (node === undefined) throw new NotFoundError(`The reference has no ${type} ${code} at ${TREE_AS_AT}.`);
    names.push(node.name);
    await grantRole(manager, {
      personId: id,
      role,
      organisationId: node.id,
      validFrom: VALID_FROM,
      actor: ACTOR,
    });
  }
  return { role, name, email, password: isNew ? password : null, organisations: names.join(', ') };
}
