import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, ForbiddenError, NotFoundError } from '#platform';
import {
  allMemberships,
  grantsOf,
  holdingsOn,
  organisationAndAncestors,
  type Grant,
  type RoleHolding,
} from './grant.repository';
import { descendantsAndSelf } from './lineage';
import { roleAllows, type Permission } from './roles';

/**
 * Answers who may do what where. A grant holds for its organisation and all below it, as organisations
 * belong together today.
 */
@Injectable()
export class PermissionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whether a person has a permission on an organisation. */
  async has(personId: string, permission: Permission, organisationId: string): Promise<boolean> {
    const reaching = await this.#grantsReaching(personId, organisationId);
    return reaching.some((grant) => allows(grant, permission, organisationId));
  }

  /**
   * Refuses a person who does not have a permission on an organisation.
   *
   * @throws NotFoundError when no grant of the person reaches the organisation, or there is none
   * @throws ForbiddenError when the person may see the organisation but not do this
   */
  async requireOn(personId: string, permission: Permission, organisationId: string): Promise<void> {
    const reaching = await this.#grantsReaching(personId, organisationId);
    if (reaching.some((grant) => allows(grant, permission, organisationId))) return;
    if (reaching.length > 0) throw new ForbiddenError('Your role does not allow this here.', { permission });
    throw new NotFoundError('There is no such organisation, or it is not open to you.');
  }

  /**
   * Refuses a person who has a permission nowhere.
   *
   * @throws ForbiddenError when no grant gives the permission
   */
  async requireAnywhere(personId: string, permission: Permission): Promise<void> {
    const grants = await grantsOf(this.dataSource.manager, personId, this.#today());
    if (grants.some(({ role }) => roleAllows(role, permission, 'there'))) return;
    throw new ForbiddenError('Your role does not allow this.', { permission });
  }

  /**
   * Refuses a person who does not have a permission on the nation, for what concerns every organisation.
   *
   * @throws ForbiddenError when no grant on the nation gives the permission
   */
  async requireNationally(personId: string, permission: Permission): Promise<void> {
    if (await this.hasNationally(personId, permission)) return;
    throw new ForbiddenError('Only a role for the whole nation allows this.', { permission });
  }

  /** Whether a person has a permission on the nation. */
  async hasNationally(personId: string, permission: Permission): Promise<boolean> {
    const nations = await this.dataSource.query<{ id: string }[]>(
      "SELECT DISTINCT organisation_id AS id FROM organisation_period WHERE type = 'nation'",
    );
    const grants = await grantsOf(this.dataSource.manager, personId, this.#today());
    const national = grants.filter(({ organisationId }) => nations.some(({ id }) => id === organisationId));
    return national.some(({ role }) => roleAllows(role, permission, 'there'));
  }

  /** The ids of all organisations on which a person has a permission. */
  async organisationsWith(personId: string, permission: Permission): Promise<ReadonlySet<string>> {
    const { manager } = this.dataSource;
    const grants = await grantsOf(manager, personId, this.#today());
    const deep = grants.filter(({ role }) => roleAllows(role, permission, 'below'));
    const shallow = grants.filter(({ role }) => roleAllows(role, permission, 'there'));
    const memberships = deep.length === 0 ? [] : await allMemberships(manager, this.#today());
    const reached = descendantsAndSelf(deep.map(idOf), memberships);
    return new Set([...reached, ...shallow.map(idOf)]);
  }

  /** Everyone who holds a role on an organisation or above it; the rows of one person name each grant. */
  async holdersOver(organisationId: string): Promise<readonly RoleHolding[]> {
    const { manager } = this.dataSource;
    const lineage = await organisationAndAncestors(manager, organisationId, this.#today());
    return holdingsOn(manager, lineage, this.#today());
  }

  async #grantsReaching(personId: string, organisationId: string): Promise<Grant[]> {
    const { manager } = this.dataSource;
    const lineage = await organisationAndAncestors(manager, organisationId, this.#today());
    const grants = await grantsOf(manager, personId, this.#today());
    return grants.filter((grant) => lineage.has(grant.organisationId));
  }

  #today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

const idOf = ({ organisationId }: Grant): string => organisationId;

const allows = (grant: Grant, permission: Permission, organisationId: string): boolean =>
  roleAllows(grant.role, permission, grant.organisationId === organisationId ? 'there' : 'below');
