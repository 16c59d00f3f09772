import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit, type SignedInPerson } from '#access';
import { ImportCancelledError, ImportsService, type ImportReport, type ListedImport } from '#baselines';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { IMPORTS, IMPORT_REPORT } from './import.schema';
import { UPLOADED_FILE, uploadedFile } from './uploaded-file';

/** Published files: what was imported, and importing more. */
@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get()
  @Requires('imports:read', 'anywhere')
  @ApiOperation({ operationId: 'listImports', summary: 'The reports of all imported files, latest first' })
  @ApiOkResponse({ schema: IMPORTS })
  async list(): Promise<{ readonly imports: readonly ListedImport[] }> {
    return { imports: await this.imports.list() };
  }

  @Post()
  @Requires('imports:write', 'nation')
  @ApiOperation({
    operationId: 'importFile',
    summary: 'Import a published file as it is, all or nothing; the same file twice changes nothing',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiCreatedResponse({ schema: IMPORT_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ImportReport> {
    const { file, filename } = await uploadedFile(request);
    return this.imports.importUpload({
      stream: file,
      fileName: filename,
      importedBy: person.id,
      signal: whileConnected(reply),
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

  @Post('preview')
  @HttpCode(200)
  @Requires('imports:write', 'nation')
  @ApiOperation({
    operationId: 'previewFile',
    summary: 'The report that an import of a published file would give; nothing is saved',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiOkResponse({ schema: IMPORT_REPORT })
  @ApiUnprocessableEntityResponse({ description: 'The file cannot be read; `errors` says where and why.' })
  async preview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Person() person: SignedInPerson,
  ): Promise<ImportReport> {
    const { file, filename } = await uploadedFile(request);
    return this.imports.previewUpload({
      stream: file,
      fileName: filename,
      importedBy: person.id,
      signal: whileConnected(reply),
    });
  }
}

/** Aborts when whoever asked goes away before they are answered. */
function whileConnected(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new ImportCancelledError());
  });
  return controller.signal;
}
