import { Controller, Get, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { recordAudit, type SignedInPerson } from '#access';
import { ImportsService, type ImportReport } from '#baselines';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { IMPORTS, IMPORT_REPORT } from './import.schema';
import { uploadedFile } from './uploaded-file';

/** Published files: what was imported, and importing more. */
@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get()
  @Requires('imports:read', 'anywhere')
  @ApiOperation({ operationId: 'listImports', summary: 'The reports of all imported files, latest first' })
  @ApiOkResponse({ schema: IMPORTS })
  async list(): Promise<{ readonly imports: readonly ImportReport[] }> {
    return { imports: await this.imports.list() };
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
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  async upload(
    @Req() request: FastifyRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ImportReport> {
    const { file, filename } = await uploadedFile(request);
    return this.imports.importUpload({
      stream: file,
      fileName: filename,
      importedBy: person.id,
      alongside: (manager, { id, fileName, kind, sha256, rowsRead, rowsKept }) =>
        recordAudit(manager, {
          actor: person.id,
          action: 'file.imported',
          entity: 'import_file',
          entityId: id,
          organisationId: null,
          detail: { fileName, kind, sha256, rowsRead, rowsKept },
          correlationId,
        }),
    });
  }
}
