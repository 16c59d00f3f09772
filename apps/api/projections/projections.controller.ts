import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PermissionService, type SignedInPerson } from '#access';
import { ProjectionsService, type ProjectionStatus } from '#projections';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { sendConditionally } from '../edge/conditional-response';
import { RunRequest, UnitQuery } from './projections.request';
import { EARLIER, OVERVIEW, REQUESTED, STATUS } from './projection.schema';

/** Projections: what they say, how fresh they are, and running them anew. */
@ApiTags('Projections')
@ApiNotFoundResponse({ description: 'Unknown, not projected yet, or not open to you.' })
@Controller('projections')
export class ProjectionsController {
  constructor(
    private readonly projections: ProjectionsService,
    private readonly permissions: PermissionService,
  ) {}

  @Get('overview')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readOverview', summary: 'The published projection of an organisation' })
  @ApiOkResponse({ schema: OVERVIEW })
  @ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
  async overview(
    @Query() { scenarioId, organisationId }: UnitQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendConditionally(request, reply, await this.projections.overview(scenarioId, organisationId));
  }

  @Get('earlier')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readEarlierFigures', summary: 'The figures shown before the last changes' })
  @ApiOkResponse({ schema: EARLIER })
  @ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
  async earlier(
    @Query() { scenarioId, organisationId }: UnitQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const earlier = await this.projections.earlierFigures(scenarioId, organisationId);
    await sendConditionally(request, reply, { earlier });
  }

  @Get('status')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readStatus', summary: 'How fresh an organisation and those under it are' })
  @ApiOkResponse({ schema: STATUS })
  async status(
    @Query() { scenarioId, organisationId }: UnitQuery,
    @Person() person: SignedInPerson,
  ): Promise<ProjectionStatus> {
    const status = await this.projections.status(scenarioId, organisationId);
    const visible = await this.permissions.organisationsWith(person.id, 'projections:read');
    return { ...status, units: status.units.filter(({ organisation }) => visible.has(organisation.id)) };
  }

  @Post('runs')
  @HttpCode(202)
  @Requires('projections:run', 'body.organisationId')
  @ApiOperation({ operationId: 'requestRuns', summary: 'Recalculate an organisation and those under it' })
  @ApiAcceptedResponse({ schema: REQUESTED })
  async request(
    @Body() { scenarioId, organisationId }: RunRequest,
    @Person() person: SignedInPerson,
  ): Promise<{ readonly requested: number }> {
    return { requested: await this.projections.requestRun(scenarioId, organisationId, person) };
  }

  @Delete('runs/:id')
  @HttpCode(204)
  @Requires('projections:run', 'run')
  @ApiOperation({ operationId: 'cancelRun', summary: 'Cancel a run that has not ended' })
  @ApiNoContentResponse()
  async cancel(@Param('id', ParseUUIDPipe) id: string, @Person() person: SignedInPerson): Promise<void> {
    await this.projections.cancelRun(id, person);
  }
}
