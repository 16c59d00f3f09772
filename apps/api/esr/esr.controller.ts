import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  type ApiBodyOptions,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { recordAudit, type SignedInPerson } from '#access';
import {
  ESR_FILE_ROLES,
  EsrExtractsService,
  toEsrMapping,
  type EsrImportRequest,
  type EsrReport,
  type EsrVocabulary,
  type ListedEsrReport,
  type SavedEsrMapping,
} from '#baselines';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { EsrMappingRequest, EsrOrganisationQuery, EsrUploadQuery } from './esr.request';
import { ESR_MAPPING, ESR_REPORT, ESR_REPORTS, ESR_VOCABULARY } from './esr.schema';
import { uploadedExtracts } from './uploaded-extracts';

const FILES: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['extract'],
    properties: Object.fromEntries(
      ESR_FILE_ROLES.map((role) => [role, { type: 'string', format: 'binary' }]),
    ),
  },
};

/** An employer's own ESR extracts: reduced to counts as they are read. */
@ApiTags('ESR extracts')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller()
export class EsrController {
  constructor(private readonly extracts: EsrExtractsService) {}

  @Get('esr-extracts')
  @Requires('extracts:read', 'query.organisationId')
  @ApiOperation({ operationId: 'listEsrExtracts', summary: 'Reports of the imported extracts, latest first' })
  @ApiOkResponse({ schema: ESR_REPORTS })
  async list(
    @Query() { organisationId }: EsrOrganisationQuery,
  ): Promise<{ readonly extracts: readonly ListedEsrReport[] }> {
    return { extracts: await this.extracts.list(organisationId) };
  }

  @Post('esr-extracts/preview')
  @HttpCode(200)
  @Requires('extracts:write', 'query.organisationId')
  @ApiOperation({ operationId: 'previewEsrExtract', summary: 'The report of an import; nothing is saved' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILES)
  @ApiOkResponse({ schema: ESR_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'A file cannot be read; `errors` says where and why.' })
  preview(@Query() query: EsrUploadQuery, @Req() request: FastifyRequest): Promise<EsrReport> {
    return this.extracts.preview(toRequest(query, request));
  }

  @Post('esr-extracts')
  @Requires('extracts:write', 'query.organisationId')
  @ApiOperation({
    operationId: 'importEsrExtract',
    summary: 'Import an extract, all or nothing; the same content twice changes nothing',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILES)
  @ApiCreatedResponse({ schema: ESR_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'A file cannot be read; `errors` says where and why.' })
  save(
    @Query() query: EsrUploadQuery,
    @Req() request: FastifyRequest,
    @Person() { id: personId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<EsrReport> {
    return this.extracts.save({
      ...toRequest(query, request),
      importedBy: personId,
      alongside: (manager, { id, organisationId, asAt, sha256, position, blockedBy }) =>
        recordAudit(manager, {
          actor: personId,
          action: 'esr-extract.imported',
          entity: 'esr_extract',
          entityId: id,
          organisationId,
          detail: { asAt, sha256, headcount: position.headcount, blockedBy: blockedBy.length },
          correlationId,
        }),
    });
  }

  @Get('esr-vocabulary')
  @Requires('extracts:read', 'anywhere')
  @ApiOperation({ operationId: 'readEsrVocabulary', summary: 'What a mapping of an extract can name' })
  @ApiOkResponse({ schema: ESR_VOCABULARY })
  vocabulary(): Promise<EsrVocabulary> {
    return this.extracts.vocabulary();
  }

  @Get('esr-mapping')
  @Requires('extracts:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readEsrMapping', summary: 'How the extracts of an employer are read' })
  @ApiOkResponse({ schema: ESR_MAPPING })
  mapping(@Query() { organisationId }: EsrOrganisationQuery): Promise<SavedEsrMapping> {
    return this.extracts.mapping(organisationId);
  }

  @Post('esr-mapping')
  @HttpCode(200)
  @Requires('extracts:write', 'body.organisationId')
  @ApiOperation({ operationId: 'saveEsrMapping', summary: 'Save the next version of a mapping' })
  @ApiOkResponse({ schema: ESR_MAPPING })
  @ApiConflictResponse({ description: 'Someone else saved a version; `current` has it.' })
  @ApiUnprocessableEntityResponse({ description: 'Entries are not known; `errors` names each.' })
  saveMapping(
    @Body() { organisationId, baseVersion, mapping }: EsrMappingRequest,
    @Person() { id: personId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<SavedEsrMapping> {
    return this.extracts.saveMapping({
      organisationId,
      baseVersion,
      mapping: toEsrMapping(mapping),
      authorId: personId,
      alongside: (manager, { version }) =>
        recordAudit(manager, {
          actor: personId,
          action: 'esr-mapping.saved',
          entity: 'esr_mapping',
          entityId: organisationId,
          organisationId,
          detail: { version },
          correlationId,
        }),
    });
  }
}

function toRequest(
  { organisationId, asAt, earlierAsAt }: EsrUploadQuery,
  request: FastifyRequest,
): EsrImportRequest {
  return { organisationId, asAt, earlierAsAt: earlierAsAt ?? null, files: uploadedExtracts(request) };
}
