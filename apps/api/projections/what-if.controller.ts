import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WhatIfBaseService } from '#projections';
import { Requires } from '../access/endpoint-access';
import { sendConditionally } from '../edge/conditional-response';
import { UnitQuery } from './projections.request';
import { WHAT_IF_BASE } from './what-if.schema';

/** What a browser projects an organisation from while its assumptions are edited. */
@ApiTags('Projections')
@ApiNotFoundResponse({ description: 'Unknown, not projected itself, or not open to you.' })
@Controller('projections')
export class WhatIfController {
  constructor(private readonly bases: WhatIfBaseService) {}

  @Get('input')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'readProjectionInput',
    summary: 'The resolved input of an organisation’s projection, and the assumptions it comes from',
  })
  @ApiOkResponse({ schema: WHAT_IF_BASE })
  @ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
  async input(
    @Query() { scenarioId, organisationId }: UnitQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendConditionally(request, reply, await this.bases.read({ scenarioId, organisationId }));
  }
}
