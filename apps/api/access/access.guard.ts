import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PermissionService, SessionService, sameSecret, type SignedInPerson } from '#access';
import { ForbiddenError, NotFoundError, UnauthenticatedError } from '#platform';
import { ENDPOINT_ACCESS, type EndpointAccess } from './endpoint-access';
import { OrganisationOfRequest, type ObjectPlace } from './organisation-of-request';
import { sessionTokenOf } from './session-cookie';
import type { SignedInRequest } from './signed-in-request';

/** Answered by the platform for whoever runs the process; says nothing of what is in it. */
const HEALTH_ROUTES = '/api/health/';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const CSRF_HEADER = 'x-csrf-token';

/**
 * Lets a request pass when its session is good, it comes from our own pages, and the person holds the
 * declared permission. An endpoint that declares nothing is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly permissions: PermissionService,
    private readonly organisations: OrganisationOfRequest,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (request.routeOptions.url?.startsWith(HEALTH_ROUTES) === true) return true;
    const access = this.#accessOf(context);
    const isUnsafe = !SAFE_METHODS.has(request.method);
    if (isUnsafe) requireOwnPages(request);
    if (access.kind === 'open') return true;
    const person = await this.#authenticate(request);
    if (isUnsafe) requireCsrfToken(request, person);
    request.signedInPerson = person;
    if (access.kind === 'permission') await this.#authorise(request, person.id, access);
    return true;
  }

  #accessOf(context: ExecutionContext): EndpointAccess {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<EndpointAccess | undefined>(ENDPOINT_ACCESS, targets);
    if (access === undefined) throw new ForbiddenError('This endpoint declares no permission and is closed.');
    return access;
  }

  async #authenticate(request: SignedInRequest): Promise<SignedInPerson> {
    const token = sessionTokenOf(request);
    const person = token === null ? null : await this.sessions.authenticate(token);
    if (person === null) throw new UnauthenticatedError();
    return person;
  }

  async #authorise(
    request: SignedInRequest,
    personId: string,
    { permission, place }: Extract<EndpointAccess, { kind: 'permission' }>,
  ): Promise<void> {
    if (place === 'anywhere') return this.permissions.requireAnywhere(personId, permission);
    if (place === 'nation') return this.permissions.requireNationally(personId, permission);
    try {
      const organisationId = await this.organisations.find(request, place);
      await this.permissions.requireOn(personId, permission, organisationId);
    } catch (error) {
      // What is not there and what is another's are told in the same words, or ids could be tried out.
      throw error instanceof NotFoundError ? new NotFoundError(NOT_OPEN[place]) : error;
    }
  }
}

const NOT_OPEN: Readonly<Record<ObjectPlace, string>> = {
  'query.organisationId': 'There is no such organisation, or it is not open to you.',
  'body.organisationId': 'There is no such organisation, or it is not open to you.',
  plan: 'There is no such plan, or it is not open to you.',
  document: 'There is no such return or plan, or it is not open to you.',
  run: 'There is no such run, or it is not open to you.',
  scenario: 'There is no such scenario, or it is not open to you.',
  proposal: 'There is no such proposal, or it is not open to you.',
  grant: 'There is no such grant, or it is not open to you.',
};

/** Browsers say where a request was made from; pages of other sites are refused, signing in included. */
function requireOwnPages(request: SignedInRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new ForbiddenError('Requests from pages of other sites are refused.');
}

function requireCsrfToken(request: SignedInRequest, person: SignedInPerson): void {
  const sent = request.headers[CSRF_HEADER];
  if (typeof sent === 'string' && sameSecret(sent, person.csrfToken)) return;
  throw new ForbiddenError('The X-CSRF-Token header is missing or not the one of the session.');
}
