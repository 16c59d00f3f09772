import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { SignedInPerson } from '#access';
import { ActualsService, type ActualsReport, type ListedUpload } from '#monitoring';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { UPLOADED_FILE, uploadedFile } from '../imports/uploaded-file';
import { MonitoredOrganisationQuery } from './monitoring.request';
import { ACTUALS_REPORT, ACTUALS_UPLOADS } from './monitoring.schema';

/** Actual figures of months, by upload. */
@ApiTags('In the year')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('actuals')
export class ActualsController {
  constructor(private readonly actuals: ActualsService) {}

  @Get()
  @Requires('plans:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'listActualsUploads',
    summary: 'The files that changed figures, latest first',
  })
  @ApiOkResponse({ schema: ACTUALS_UPLOADS })
  async list(
    @Query() { organisationId }: MonitoredOrganisationQuery,
  ): Promise<{ readonly uploads: readonly ListedUpload[] }> {
    return { uploads: await this.actuals.list(organisationId) };
  }

  @Post('preview')
  @HttpCode(200)
  @Requires('plans:edit', 'query.organisationId')
  @ApiOperation({
    operationId: 'previewActuals',
    summary: 'What a file of actual figures would change; nothing is saved',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiOkResponse({ schema: ACTUALS_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  async preview(
    @Req() request: FastifyRequest,
    @Query() { organisationId }: MonitoredOrganisationQuery,
  ): Promise<ActualsReport> {
    const { file: stream, filename: fileName } = await uploadedFile(request);
    return this.actuals.preview({ organisationId, stream, fileName });
  }

  @Post()
  @Requires('plans:edit', 'query.organisationId')
  @ApiOperation({
    operationId: 'uploadActuals',
    summary:
      'Save what a file of actual figures changes, all or nothing; the same file twice changes nothing',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiCreatedResponse({ schema: ACTUALS_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  async upload(
    @Req() request: FastifyRequest,
    @Query() { organisationId }: MonitoredOrganisationQuery,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ActualsReport> {
    const { file: stream, filename: fileName } = await uploadedFile(request);
    return this.actuals.save({ organisationId, stream, fileName }, { id: person.id, correlationId });
  }
}
