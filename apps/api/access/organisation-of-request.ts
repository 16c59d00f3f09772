import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { PeopleService } from '#access';
import { ProposalsService } from '#optimisation/proposals';
import { InvalidRequestError } from '#platform';
import { DocumentsService, PlansService } from '#plans';
import { ProjectionsService } from '#projections';
import type { PermissionPlace } from './endpoint-access';

/** Places that name an organisation, or an object that belongs to one. */
export type ObjectPlace = Exclude<PermissionPlace, 'anywhere' | 'nation'>;

/** Finds the organisation whose data a request is about. */
@Injectable()
export class OrganisationOfRequest {
  constructor(
    private readonly plans: PlansService,
    private readonly documents: DocumentsService,
    private readonly projections: ProjectionsService,
    private readonly people: PeopleService,
    private readonly proposals: ProposalsService,
  ) {}

  /**
   * @throws InvalidRequestError when the request does not name it by an id
   * @throws NotFoundError when there is no such plan, run, scenario, proposal or grant
   */
  async find(request: FastifyRequest, place: ObjectPlace): Promise<string> {
    switch (place) {
      case 'query.organisationId':
        return requireId(request.query, 'organisationId', 'organisationId');
      case 'body.organisationId':
        return requireId(request.body, 'organisationId', '/organisationId');
      case 'plan':
        return (await this.plans.planKey(requireId(request.params, 'id', 'id'))).organisationId;
      case 'scenario':
        return this.plans.scenarioOrganisation(requireId(request.params, 'id', 'id'));
      case 'proposal':
        return this.proposals.organisationOf(requireId(request.params, 'id', 'id'));
      case 'document':
        return (await this.documents.key(requireId(request.params, 'id', 'id'))).organisationId;
      case 'run':
        return (await this.projections.runUnit(requireId(request.params, 'id', 'id'))).organisationId;
      case 'grant':
        return this.people.organisationOfGrant(requireId(request.params, 'id', 'id'));
    }
  }
}

function requireId(holder: unknown, field: string, pointer: string): string {
  const value: unknown =
    typeof holder === 'object' && holder !== null ? Reflect.get(holder, field) : undefined;
  if (typeof value === 'string' && isUUID(value)) return value;
  throw new InvalidRequestError([
    {
      pointer,
      parameter: field,
      rule: 'is-uuid',
      message: `${field} must be an id.`,
      fix: 'Send the id as it was given out, once.',
    },
  ]);
}
