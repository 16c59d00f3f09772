import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WebhookEndpointsService, type EndpointOwner, type WebhookEndpoint } from '#webhooks';
import { isNotModified, sendDocument } from '../edge/conditional-response';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { WebhookEndpointBody } from './webhook-endpoint.body';
import { ENDPOINTS_SCHEMA, ENDPOINT_SCHEMA } from './webhook.schema';

/** Where a client is told of events. It sees and changes its own endpoints only. */
@ApiTags('Webhooks')
@RequireScope('releases:read')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly endpoints: WebhookEndpointsService) {}

  @Get()
  @ApiOperation({ operationId: 'listWebhookEndpoints', summary: 'The endpoints of the client, oldest first' })
  @ApiOkResponse({ schema: ENDPOINTS_SCHEMA })
  async list(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const endpoints = await this.endpoints.list(ownerOf(request).clientId);
    await sendDocument({ request, reply }, { endpoints: endpoints.map(shown) });
  }

  @Post()
  @ApiOperation({
    operationId: 'registerWebhookEndpoint',
    summary: 'Register an address that is told of events',
    description:
      'Messages follow Standard Webhooks and are signed with Ed25519 (v1a) by every key of /v1/webhook-keys that is ' +
      'not retired. The address must be of the public internet, now and at each message. Redirects are not followed.',
  })
  @ApiCreatedResponse({ schema: ENDPOINT_SCHEMA })
  async register(
    @Body() body: WebhookEndpointBody,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const endpoint = await this.endpoints.register(ownerOf(request), body);
    reply.status(201).header('Location', `/v1/webhook-endpoints/${endpoint.id}`);
    await reply.header('ETag', `"${etagOf(endpoint)}"`).send(shown(endpoint));
  }

  @Get(':endpointId')
  @ApiOperation({ operationId: 'readWebhookEndpoint', summary: 'One endpoint of the client' })
  @ApiOkResponse({ schema: ENDPOINT_SCHEMA })
  async read(
    @Param('endpointId', ParseUUIDPipe) id: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const endpoint = await this.endpoints.get(ownerOf(request).clientId, id);
    const isKnown = isNotModified({ request, reply }, { etag: etagOf(endpoint), freshness: 'revalidate' });
    await reply.send(isKnown ? undefined : shown(endpoint));
  }

  @Put(':endpointId')
  @ApiOperation({
    operationId: 'changeWebhookEndpoint',
    summary: 'Change an endpoint, switch it off, or on again after it was switched off',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the endpoint that is changed.' })
  @ApiOkResponse({ schema: ENDPOINT_SCHEMA })
  async change(
    @Param('endpointId', ParseUUIDPipe) id: string,
    @Body() body: WebhookEndpointBody,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = knownVersion(id, request.headers['if-match']);
    const endpoint = await this.endpoints.change(ownerOf(request), id, known, body);
    await reply.header('ETag', `"${etagOf(endpoint)}"`).send(shown(endpoint));
  }

  @Delete(':endpointId')
  @ApiOperation({ operationId: 'removeWebhookEndpoint', summary: 'Remove an endpoint for good' })
  @ApiNoContentResponse()
  async remove(
    @Param('endpointId', ParseUUIDPipe) id: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.endpoints.remove(ownerOf(request), id);
    await reply.status(204).send();
  }
}

/** Who asks, in which request. */
export function ownerOf({ tokenHolder, id }: AuthenticatedRequest): EndpointOwner {
  const { clientId = '', scopes = [] } = tokenHolder ?? {};
  return { clientId, scopes, requestId: id.slice(0, 80) };
}

function shown({ clientId: _, ...endpoint }: WebhookEndpoint): object {
  return endpoint;
}

const etagOf = ({ id, version }: Pick<WebhookEndpoint, 'id' | 'version'>): string => `${id}.${version}`;

/** The version in an If-Match header; null without one, and one that never was for a text that is no ETag of ours. */
function knownVersion(id: string, ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  const [, named, version] = /^"([\w-]+)\.(\d{1,9})"$/.exec(ifMatch.trim()) ?? [];
  return named === id ? Number(version) : 0;
}
