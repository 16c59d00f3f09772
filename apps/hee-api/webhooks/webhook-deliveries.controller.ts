import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Cursors } from '#publication';
import { WebhookEndpointsService, type WebhookDelivery } from '#webhooks';
import { sendDocument } from '../edge/conditional-response';
import { linkToNext } from '../edge/next-page';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { DeliveriesQuery } from './webhook-endpoint.body';
import { ownerOf } from './webhook-endpoints.controller';
import { DELIVERIES_SCHEMA, REPLAY_SCHEMA } from './webhook.schema';

/** What an endpoint was told, and how that went. */
@ApiTags('Webhooks')
@RequireScope('releases:read')
@Controller('v1/webhook-endpoints/:endpointId/deliveries')
export class WebhookDeliveriesController {
  constructor(
    private readonly endpoints: WebhookEndpointsService,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listWebhookDeliveries',
    summary: 'Deliveries of an endpoint with their attempts, newest first',
  })
  @ApiOkResponse({ schema: DELIVERIES_SCHEMA })
  async list(
    @Param('endpointId', ParseUUIDPipe) endpointId: string,
    @Query() { limit, cursor }: DeliveriesQuery,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { clientId } = ownerOf(request);
    const bound = { clientId, view: { deliveries: endpointId } };
    const beforeId = cursor === undefined ? null : idOf(this.cursors.decode(bound, cursor));
    const found = await this.endpoints.deliveries(clientId, endpointId, { beforeId, limit: limit + 1 });
    const deliveries = found.slice(0, limit);
    const last = found.length > limit ? deliveries.at(-1) : undefined;
    const next = last === undefined ? null : this.cursors.encode(bound, positionOf(last));
    if (next !== null) reply.header('Link', linkToNext(request.url, next));
    await sendDocument({ request, reply }, { deliveries, next });
  }

  @Post(':deliveryId/replay')
  @ApiOperation({
    operationId: 'replayWebhookDelivery',
    summary: 'Tell the endpoint of the event again, under the same webhook-id',
  })
  @ApiAcceptedResponse({ schema: REPLAY_SCHEMA })
  async replay(
    @Param('endpointId', ParseUUIDPipe) endpointId: string,
    @Param('deliveryId', ParseUUIDPipe) deliveryId: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { clientId } = ownerOf(request);
    const newId = await this.endpoints.replay(clientId, endpointId, deliveryId);
    await reply.status(202).send({ deliveryId: newId });
  }
}

/** An id without its hyphens, as cursors carry hexadecimal digits. */
const positionOf = ({ id }: WebhookDelivery): string => id.replaceAll('-', '');

const idOf = (position: string): string =>
  position.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
