import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { filter, map } from 'rxjs';
import { PermissionService, type SignedInPerson } from '#access';
import { ProjectionsService } from '#projections';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { EventStreams } from '../edge/event-streams';
import { ScenarioQuery } from './projections.request';

/** What happens to projections, as it happens. */
@ApiTags('Projections')
@Controller('projections/events')
export class ProjectionEventsController {
  constructor(
    private readonly projections: ProjectionsService,
    private readonly permissions: PermissionService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Requires('projections:read', 'anywhere')
  @ApiOperation({
    operationId: 'followProjections',
    summary: 'Server-sent events `unit` for the organisations that you may read; connect again when it ends',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async follow(
    @Query() { scenarioId }: ScenarioQuery,
    @Person() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visible = await this.permissions.organisationsWith(person.id, 'projections:read');
    const events = this.projections.events(scenarioId).pipe(
      filter(({ organisationId }) => visible.has(organisationId)),
      map((event) => ({ name: 'unit', data: event })),
    );
    this.streams.open(request, reply, events);
  }
}
