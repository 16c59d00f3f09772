import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
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
  LARGEST_EXTRACT_BYTES,
  MonthlyFilesService,
  toMonthlyMapping,
  type ListedMonthlyReport,
  type MonthlyFile,
  type MonthlyReport,
  type MonthlyVocabulary,
  type SavedMonthlyMapping,
} from '#baselines';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { UPLOADED_FILE, uploadedFile } from '../imports/uploaded-file';
import { MonthlyKindParam, MonthlyMappingRequest, MonthlyOrganisationQuery } from './monthly-files.request';
import { MONTHLY_MAPPING, MONTHLY_REPORT, MONTHLY_REPORTS, MONTHLY_VOCABULARY } from './monthly-files.schema';

/** An employer's own ledgers and rosters: read from the connection, kept as figures by month. */
@ApiTags('Ledger and roster')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('monthly-files')
export class MonthlyFilesController {
  constructor(private readonly files: MonthlyFilesService) {}

  @Get(':kind')
  @Requires('extracts:read', 'query.organisationId')
  @ApiOperation({ operationId: 'listMonthlyFiles', summary: 'Reports of the imported files, latest first' })
  @ApiOkResponse({ schema: MONTHLY_REPORTS })
  async list(
    @Param() { kind }: MonthlyKindParam,
    @Query() { organisationId }: MonthlyOrganisationQuery,
  ): Promise<{ readonly imports: readonly ListedMonthlyReport[] }> {
    return { imports: await this.files.list({ kind, organisationId }) };
  }

  @Post(':kind/preview')
  @HttpCode(200)
  @Requires('extracts:write', 'query.organisationId')
  @ApiOperation({ operationId: 'previewMonthlyFile', summary: 'The report of an import; nothing is saved' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiOkResponse({ schema: MONTHLY_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  preview(
    @Param() { kind }: MonthlyKindParam,
    @Query() { organisationId }: MonthlyOrganisationQuery,
    @Req() request: FastifyRequest,
  ): Promise<MonthlyReport> {
    return this.files.preview({ kind, organisationId, file: () => fileOf(request) });
  }

  @Post(':kind')
  @Requires('extracts:write', 'query.organisationId')
  @ApiOperation({
    operationId: 'importMonthlyFile',
    summary: 'Import a ledger or roster, all or nothing; the same content twice changes nothing',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiCreatedResponse({ schema: MONTHLY_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  save(
    @Param() { kind }: MonthlyKindParam,
    @Query() { organisationId }: MonthlyOrganisationQuery,
    @Req() request: FastifyRequest,
    @Person() { id: personId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<MonthlyReport> {
    return this.files.save({
      kind,
      organisationId,
      file: () => fileOf(request),
      importedBy: personId,
      alongside: (manager, { id, sha256, months, blockedBy }) =>
        recordAudit(manager, {
          actor: personId,
          action: `${kind}.imported`,
          entity: 'monthly_import',
          entityId: id,
          organisationId,
          detail: { sha256, from: months[0], to: months.at(-1), blockedBy: blockedBy.length },
          correlationId,
        }),
    });
  }

  @Get(':kind/vocabulary')
  @Requires('extracts:read', 'anywhere')
  @ApiOperation({ operationId: 'readMonthlyVocabulary', summary: 'What a mapping of a file can name' })
  @ApiOkResponse({ schema: MONTHLY_VOCABULARY })
  vocabulary(@Param() { kind }: MonthlyKindParam): Promise<MonthlyVocabulary> {
    return this.files.vocabulary(kind);
  }

  @Get(':kind/mapping')
  @Requires('extracts:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readMonthlyMapping', summary: 'How the files of an employer are read' })
  @ApiOkResponse({ schema: MONTHLY_MAPPING })
  mapping(
    @Param() { kind }: MonthlyKindParam,
    @Query() { organisationId }: MonthlyOrganisationQuery,
  ): Promise<SavedMonthlyMapping> {
    return this.files.mapping({ kind, organisationId });
  }

  @Post(':kind/mapping')
  @HttpCode(200)
  @Requires('extracts:write', 'body.organisationId')
  @ApiOperation({ operationId: 'saveMonthlyMapping', summary: 'Save the next version of a mapping' })
  @ApiOkResponse({ schema: MONTHLY_MAPPING })
  @ApiConflictResponse({ description: 'Someone else saved a version; `current` has it.' })
  @ApiUnprocessableEntityResponse({ description: 'Entries are not known; `errors` names each.' })
  saveMapping(
    @Param() { kind }: MonthlyKindParam,
    @Body() { organisationId, baseVersion, mapping }: MonthlyMappingRequest,
    @Person() { id: personId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<SavedMonthlyMapping> {
    return this.files.saveMapping({
      kind,
      organisationId,
      baseVersion,
      mapping: toMonthlyMapping(mapping),
      authorId: personId,
      alongside: (manager, { version }) =>
        recordAudit(manager, {
          actor: personId,
          action: `${kind}-mapping.saved`,
          entity: 'monthly_mapping',
          entityId: organisationId,
          organisationId,
          detail: { version },
          correlationId,
        }),
    });
  }
}

async function fileOf(request: FastifyRequest): Promise<MonthlyFile> {
  const { file: stream, filename: fileName } = await uploadedFile(request, LARGEST_EXTRACT_BYTES + 1);
  return { stream, fileName };
}
