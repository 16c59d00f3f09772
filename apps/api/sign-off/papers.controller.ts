import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInPerson } from '#access';
import { PapersService } from '#papers';
import { Requires } from '../access/endpoint-access';
import { sendFile } from '../edge/send-file';
import { Person } from '../access/signed-in-request';
import { DocumentVisibilityReader } from './document-visibility';
import { PaperParam } from './papers.request';

/** A frozen version of a system plan, to be read and printed. */
@ApiTags('Sign-off')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('sign-off/:id/versions')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly visibility: DocumentVisibilityReader,
  ) {}

  @Get(':version/:paper.:format')
  @Requires('plans:read-submitted', 'document')
  @ApiOperation({
    operationId: 'downloadPaper',
    summary: 'The plan (docx, pdf, xlsx) or its public summary (html, docx, pdf)',
  })
  @ApiProduces(
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/html',
  )
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiUnprocessableEntityResponse({ description: 'Not a system plan, or not a format of the paper.' })
  async download(
    @Param('id', ParseUUIDPipe) id: string,
    @Param() { version, paper, format }: PaperParam,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visibility.require(person.id, id);
    await sendFile(reply, await this.papers.ofPlan(id, version, { name: paper, format }));
  }
}
