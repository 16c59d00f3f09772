import { Injectable } from '@nestjs/common';
import { PermissionService } from '#access';
import { SYSTEM_PLAN, type PlanVisibility } from '#plans';

/** The states in which a plan has left its system and those above may read it. */
const SUBMITTED_STATES = new Set(
  SYSTEM_PLAN.states.filter(({ isShared }) => isShared).map(({ code }) => code),
);

/** Decides which plans a person may read: drafts at home, others once they are submitted. */
@Injectable()
export class PlanVisibilityReader {
  constructor(private readonly permissions: PermissionService) {}

  async of(personId: string): Promise<PlanVisibility> {
    const anyState = await this.permissions.organisationsWith(personId, 'plans:read');
    const submitted = await this.permissions.organisationsWith(personId, 'plans:read-submitted');
    return ({ organisationId, state }) =>
      anyState.has(organisationId) || (SUBMITTED_STATES.has(state) && submitted.has(organisationId));
  }
}
