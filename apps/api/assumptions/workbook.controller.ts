import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LARGEST_WORKBOOK_BYTES, WorkbookService, type WorkbookDifference } from '#assumptions';
import { Requires } from '../access/endpoint-access';
import { UPLOADED_FILE, uploadedFile } from '../imports/uploaded-file';
import { WORKBOOK_DIFFERENCE } from './assumption.schema';
import { ModuleGridQuery } from './assumptions.request';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A module's assumptions as an Excel workbook. */
@ApiTags('Assumptions')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('assumptions/workbook')
export class WorkbookController {
  constructor(private readonly workbooks: WorkbookService) {}

  @Get()
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({ operationId: 'downloadWorkbook', summary: 'A module’s assumptions as an Excel workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@Query() query: ModuleGridQuery, @Res() reply: FastifyReply): Promise<void> {
    const content = await this.workbooks.download(query);
    await reply
      .type(XLSX)
      .header('Content-Disposition', `attachment; filename="assumptions-${query.module}.xlsx"`)
      .header('Cache-Control', 'private, no-store')
      .send(Buffer.from(content));
  }

  @Post()
  @HttpCode(200)
  @Requires('assumptions:edit', 'query.organisationId')
  @ApiOperation({
    operationId: 'compareWorkbook',
    summary: 'What an uploaded workbook would change; nothing is saved',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOADED_FILE)
  @ApiOkResponse({ schema: WORKBOOK_DIFFERENCE })
  @ApiUnprocessableEntityResponse({ description: 'The file can’t be read; `errors` says why.' })
  async compare(
    @Query() query: ModuleGridQuery,
    @Req() request: FastifyRequest,
  ): Promise<WorkbookDifference> {
    const { file } = await uploadedFile(request);
    return this.workbooks.difference(query, await wholeFile(file));
  }
}

/** The file's bytes, up to one more than may be taken: the reader refuses what is too large. */
async function wholeFile(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of file) {
    if (bytes <= LARGEST_WORKBOOK_BYTES) parts.push(part);
    bytes += part.length;
  }
  return Buffer.concat(parts);
}
