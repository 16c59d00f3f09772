import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import { JOB_STATES, JobsService, type JobsOverview } from '#projections';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { id, instant, integer, listOf, nullable, number, object, oneOf, string } from '../openapi/schema';
import { ORGANISATION } from '../openapi/shared.schema';
import { RunRequest } from '../projections/projections.request';

const JOB = object({
  round: object({ id, name: string }),
  scenario: object({ id, name: string }),
  organisation: ORGANISATION,
  state: oneOf(...JOB_STATES),
  reason: nullable(string),
  runId: nullable(id),
  progress: nullable(number),
  attempts: integer,
  worker: nullable(string),
  waitingSince: nullable(instant),
  publishedAt: nullable(instant),
});

const OVERVIEW = object({
  jobs: listOf(JOB),
  backlog: object({
    messages: integer,
    oldestMessageAt: nullable(instant),
    sums: integer,
    rangesRunning: integer,
    rangesFailed: integer,
  }),
  at: instant,
});

/** The work on projections: what runs, waits, failed or is held back. */
@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('jobs:read', 'anywhere')
  @ApiOperation({ operationId: 'listJobs', summary: 'The work on every unit of the current scenarios' })
  @ApiOkResponse({ schema: OVERVIEW })
  async list(@Person() person: SignedInPerson): Promise<JobsOverview> {
    return this.jobs.overview(await this.permissions.organisationsWith(person.id, 'jobs:read'));
  }

  @Post('retries')
  @HttpCode(202)
  @Requires('jobs:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'retryJob',
    summary: 'Lift a quarantine and try again from the first attempt',
  })
  @ApiAcceptedResponse({ schema: object({ requested: integer }) })
  @ApiNotFoundResponse({ description: 'There is no such unit, or it is not open to you.' })
  async retry(
    @Body() { scenarioId, organisationId }: RunRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly requested: number }> {
    await this.jobs.retry({ scenarioId, organisationId }, { id: person.id, correlationId });
    return { requested: 1 };
  }
}
