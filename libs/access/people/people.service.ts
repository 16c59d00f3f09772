import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#persistence';
import { Clock, ForbiddenError, InvalidInputError, NotFoundError, type InputFault } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Administrator } from '../administrator';
import { recordAudit } from '../audit';
import { PermissionService } from '../permissions/permission.service';
import { deleteSessionsOf } from '../sessions/session.repository';
import type { Role } from '../permissions/roles';
import { hashPassword, newPassword } from './password';
import { createPerson, grantRole, normaliseEmail } from './people';
import { listPeople, organisationsOfPerson, type ListedPerson } from './people-list';

/** A role for a person who is known by an address, or becomes known by it. */
export interface NewRole {
  readonly email: string;
  /** Used for a person who is not known yet. */
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validTo: string | null;
  /** The service commitment of a clinical lead, and of nobody else. */
  readonly commitment: string | null;
}

export interface RoleGiven {
  readonly personId: string;
  readonly isNew: boolean;
  /** Of a new person: said once and never again. */
  readonly password: string | null;
}

interface GrantRow {
  readonly personId: string;
  readonly organisationId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * People and their grants, as administrators see and change them. Whether an administrator may act on an
 * organisation is decided before; here it is decided whether on a person. Nobody changes their own account
 * or grants: each change has two people in it.
 */
@Injectable()
export class PeopleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly permissions: PermissionService,
    private readonly clock: Clock,
  ) {}

  /** The people and grants that an administrator or auditor may see. */
  async list(readerId: string): Promise<ListedPerson[]> {
    const isNational = await this.permissions.hasNationally(readerId, 'people:read');
    const scope = isNational ? 'everyone' : await this.permissions.organisationsWith(readerId, 'people:read');
    return this.unitOfWork.run((manager) => listPeople(manager, scope, this.#today()));
  }

  /**
   * Gives a role over an organisation and all below it, creating the person where the address is new. The
   * same grant twice is one.
   *
   * @throws InvalidInputError for days or a commitment that do not go together
   * @throws ForbiddenError for one's own account
   */
  async giveRole(role: NewRole, by: Administrator): Promise<RoleGiven> {
    const faults = faultsOf(role);
    if (faults.length > 0) throw new InvalidInputError(faults);
    const { validTo, commitment, email, name, ...grant } = role;
    const password = newPassword();
    return this.unitOfWork.run(async (manager) => {
      await refuseOwnAddress(manager, email, by);
      const audit = { actor: by.id, correlationId: by.correlationId };
      const { id, isNew } = await createPerson(manager, { email, name: name.trim(), password, ...audit });
      await grantRole(manager, {
        ...grant,
        personId: id,
        ...(validTo === null ? {} : { validTo }),
        ...(commitment === null ? {} : { commitment }),
        ...audit,
      });
      return { personId: id, isNew, password: isNew ? password : null };
    });
  }

  /** The organisation of a grant. @throws NotFoundError */
  async organisationOfGrant(grantId: string): Promise<string> {
    const { organisationId } = await this.unitOfWork.run((manager) => existingGrant(manager, grantId));
    return organisationId;
  }

  /**
   * Ends a grant: from today on it holds no more. One that has ended stays as it ended.
   *
   * @throws NotFoundError
   * @throws ForbiddenError for one's own grant
   */
  async endGrant(grantId: string, by: Administrator): Promise<void> {
    const today = this.#today();
    await this.unitOfWork.run(async (manager) => {
      const { personId, organisationId, validFrom, validTo } = await existingGrant(manager, grantId);
      refuseSelf(personId, by);
      if (validTo !== null && validTo <= today) return;
      const end = validFrom > today ? validFrom : today;
      await manager.query('UPDATE access_grant SET valid_to = ? WHERE id = ?', [end, grantId]);
      await recordAudit(manager, {
        ...eventOf(by, 'grant.ended'),
        entity: 'access_grant',
        entityId: grantId,
        organisationId,
        detail: { personId, validTo: end },
      });
    });
  }

  /**
   * Disables an account, which ends its sessions, or enables it again.
   *
   * @throws NotFoundError for a person of whom nothing may be seen
   * @throws ForbiddenError for oneself, or a person who has roles elsewhere as well
   */
  async setDisabled(personId: string, isDisabled: boolean, by: Administrator): Promise<void> {
    await this.#requireGoverned(personId, by);
    await this.unitOfWork.run(async (manager) => {
      const moment = isDisabled ? this.clock.now() : null;
      await manager.query('UPDATE person SET disabled_at = ? WHERE id = ?', [moment, personId]);
      if (isDisabled) await deleteSessionsOf(manager, personId);
      await recordAudit(
        manager,
        personEvent(by, isDisabled ? 'person.disabled' : 'person.enabled', personId),
      );
    });
  }

  /**
   * Gives an account a new random password and ends its sessions.
   *
   * @returns the password, said once and never again
   * @throws as {@link setDisabled}
   */
  async renewPassword(personId: string, by: Administrator): Promise<string> {
    await this.#requireGoverned(personId, by);
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    await this.unitOfWork.run(async (manager) => {
      await manager.query('UPDATE person SET password_hash = ? WHERE id = ?', [passwordHash, personId]);
      await deleteSessionsOf(manager, personId);
      await recordAudit(manager, personEvent(by, 'person.password-renewed', personId));
    });
    return password;
  }

  /** An account opens everything its grants reach: whoever takes it over must govern all of them. */
  async #requireGoverned(personId: string, by: Administrator): Promise<void> {
    refuseSelf(personId, by);
    if (await this.permissions.hasNationally(by.id, 'people:edit')) {
      await this.unitOfWork.run((manager) => existingPerson(manager, personId));
      return;
    }
    const own = await this.permissions.organisationsWith(by.id, 'people:edit');
    const reached = await this.unitOfWork.run((manager) =>
      organisationsOfPerson(manager, personId, this.#today()),
    );
    if (!reached.some((id) => own.has(id))) throw unknownPerson();
    if (reached.every((id) => own.has(id))) return;
    throw new ForbiddenError('This person has roles elsewhere as well: ask a national administrator.');
  }

  #today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

async function existingGrant(manager: EntityManager, grantId: string): Promise<GrantRow> {
  const [row] = await manager.query<GrantRow[]>(
    `SELECT person_id AS personId, organisation_id AS organisationId, valid_from AS validFrom, valid_to AS validTo
     FROM access_grant WHERE id = ? FOR UPDATE`,
    [grantId],
  );
  if (row === undefined) throw new NotFoundError('There is no such grant, or it is not open to you.');
  return row;
}

async function existingPerson(manager: EntityManager, personId: string): Promise<void> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM person WHERE id = ?', [personId]);
  if (rows.length === 0) throw unknownPerson();
}

const unknownPerson = (): NotFoundError =>
  new NotFoundError('There is no such person, or it is not open to you.');

async function refuseOwnAddress(manager: EntityManager, email: string, by: Administrator): Promise<void> {
  const [own] = await manager.query<{ email: string }[]>('SELECT email FROM person WHERE id = ?', [by.id]);
  if (own?.email === normaliseEmail(email)) refuseSelf(by.id, by);
}

function refuseSelf(personId: string, by: Administrator): void {
  if (personId !== by.id) return;
  throw new ForbiddenError('Nobody changes their own account or roles: ask another administrator.');
}

function faultsOf({ role, validFrom, validTo, commitment }: NewRole): InputFault[] {
  const faults: InputFault[] = [];
  if (validTo !== null && validTo <= validFrom) {
    faults.push({
      pointer: '/validTo',
      rule: 'after-first-day',
      message: 'The role ends before it begins.',
      fix: 'Give a day after the first one, or none.',
    });
  }
  if ((role === 'clinical-lead') !== (commitment !== null)) {
    faults.push({
      pointer: '/commitment',
      rule: 'commitment-of-clinical-lead',
      message:
        role === 'clinical-lead'
          ? 'A clinical lead answers for a service commitment.'
          : 'Only a clinical lead answers for a service commitment.',
      fix: role === 'clinical-lead' ? 'Choose the commitment.' : 'Leave it out.',
    });
  }
  return faults;
}

const eventOf = (by: Administrator, action: string) => ({
  actor: by.id,
  action,
  correlationId: by.correlationId,
});

const personEvent = (by: Administrator, action: string, personId: string) => ({
  ...eventOf(by, action),
  entity: 'person',
  entityId: personId,
  organisationId: null,
  detail: {},
});
