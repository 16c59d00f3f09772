import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  applyDecorators,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClientScope } from '#access';
import { ForbiddenError, UnauthenticatedError } from '#platform';
import { AccessTokenService, type TokenHolder } from './access-token.service';
import { ClientStanding } from './client-standing';

/** Name of the OAuth 2.0 scheme in the OpenAPI document. */
export const SECURITY_SCHEME = 'clientCredentials';
const SCOPE_METADATA = 'wholetime:scope';
const PUBLIC = 'public';
const HEALTH_PATH = '/health/';

/** Declares the scope that an endpoint needs, here and in the OpenAPI document. */
export const RequireScope = (scope: ClientScope): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(SCOPE_METADATA, scope), ApiSecurity(SECURITY_SCHEME, [scope]));

/** Declares an endpoint that anyone may call. */
export const PublicEndpoint = (): MethodDecorator & ClassDecorator => SetMetadata(SCOPE_METADATA, PUBLIC);

/** A request after the guard has let it pass. */
export type AuthenticatedRequest = FastifyRequest & { tokenHolder?: TokenHolder };

/** The token of a request; undefined where it sends none. */
export function bearerToken({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Lets a request pass when its bearer token holds the declared scope. An endpoint that declares none is closed. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokenService,
    private readonly standing: ClientStanding,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (request.url.startsWith(HEALTH_PATH)) return true;
    const targets = [context.getHandler(), context.getClass()];
    const scope = this.reflector.getAllAndOverride<string | undefined>(SCOPE_METADATA, targets);
    if (scope === PUBLIC) return true;
    if (scope === undefined) throw new ForbiddenError('This endpoint declares no scope and is closed.');
    const token = bearerToken(request);
    if (token === undefined) {
      context.switchToHttp().getResponse<FastifyReply>().header('WWW-Authenticate', 'Bearer');
      throw new UnauthenticatedError('Send a bearer token from /oauth2/token in the Authorization header.');
    }
    const holder = await this.tokens.verify(token);
    await this.standing.requireEnabled(holder.clientId);
    if (!holder.scopes.includes(scope)) throw new ForbiddenError(`The token lacks the scope ${scope}.`);
    request.tokenHolder = holder;
    return true;
  }
}
