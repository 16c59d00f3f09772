import { Controller, Get, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { recordAudit, type SignedInPerson } from '#access';
import { importFile, type ImportReport } from '#baselines';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { IMPORTS, IMPORT_REPORT } from './import.schema';
import { listImports, type PastImport } from './past-imports.repository';
import { withUploadedFile } from './uploaded-file';

/** Published files: what was imported, and importing more. */
@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Requires('imports:read', 'anywhere')
  @ApiOperation({ operationId: 'listImports', summary: 'The reports of all imported files, latest first' })
  @ApiOkResponse({ schema: IMPORTS })
  async list(): Promise<{ readonly imports: readonly PastImport[] }> {
    return { imports: await listImports(this.dataSource.manager) };
  }

  @Post()
  @Requires('imports:write', 'nation')
  @ApiOperation({
    operationId: 'importFile',
    summary: 'Import a published file as it is, all or nothing; the same file twice changes nothing',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ schema: IMPORT_REPORT })
  @ApiPayloadTooLargeResponse({ description: 'The file has more than 64 MiB.' })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  upload(
    @Req() request: FastifyRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ImportReport> {
    return withUploadedFile(request, ({ path, fileName }) =>
      importFile(this.dataSource, {
        path,
        fileName,
        importedBy: person.id,
        alongside: (manager, { id, kind, sha256, rowsRead, rowsKept }) =>
          recordAudit(manager, {
            actor: person.id,
            action: 'file.imported',
            entity: 'import_file',
            entityId: id,
            organisationId: null,
            detail: { fileName, kind, sha256, rowsRead, rowsKept },
            correlationId,
          }),
      }),
    );
  }
}
