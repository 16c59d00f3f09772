import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { Permission } from '#access';

/** Where the person must hold the permission of an endpoint. */
export type PermissionPlace =
  /** On any organisation: the answer holds only what the person may see. */
  | 'anywhere'
  /** On the nation: it concerns every organisation. */
  | 'nation'
  /** On the organisation that a field of the request names. */
  | 'query.organisationId'
  | 'body.organisationId'
  /** On the organisation that the object of the path belongs to. */
  | 'plan'
  | 'document'
  | 'run'
  | 'scenario'
  | 'proposal'
  | 'grant';

/** Who may call an endpoint. */
export type EndpointAccess =
  | { readonly kind: 'open' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly permission: Permission; readonly place: PermissionPlace };

/** Key of the declaration in the metadata of handlers; an endpoint without one is closed. */
export const ENDPOINT_ACCESS = 'wholetime:endpoint-access';

/** Name of the declaration in the OpenAPI document. */
export const ACCESS_EXTENSION = 'x-access';

const SESSION_SCHEME = 'session';

/** Declares an endpoint that anyone may call. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => declare({ kind: 'open' });

/** Declares an endpoint for whoever is signed in; it deals with nothing but the person's own session. */
export const ForSignedIn = (): MethodDecorator & ClassDecorator =>
  applyDecorators(declare({ kind: 'signed-in' }), ...REFUSALS);

/** Declares the permission that an endpoint needs, and where the person must hold it. */
export const Requires = (permission: Permission, place: PermissionPlace): MethodDecorator & ClassDecorator =>
  applyDecorators(
    declare({ kind: 'permission', permission, place }),
    ...REFUSALS,
    ApiForbiddenResponse({ description: 'The role does not allow this.' }),
  );

const REFUSALS = [
  ApiCookieAuth(SESSION_SCHEME),
  ApiUnauthorizedResponse({ description: 'Nobody is signed in.' }),
];

const declare = (access: EndpointAccess): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ENDPOINT_ACCESS, access), ApiExtension(ACCESS_EXTENSION, access));
