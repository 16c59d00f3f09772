import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReturnViewsService } from '#views';
import { Requires } from '../access/endpoint-access';
import { sendView } from './send-view';
import { ViewFile } from './view-file';
import { FormatParam, FourLinesViewQuery, ViewQuery } from './views.request';

/** What the pages of the four lines and of the workforce return show, as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, not projected yet, or not open to you.' })
@Controller('views')
export class ReturnViewsController {
  constructor(private readonly returns: ReturnViewsService) {}

  @Get('four-lines.:format')
  @Requires('projections:read', 'query.organisationId')
  @ViewFile('downloadFourLines', 'Contracted, worked, establishment and requirement by month')
  async fourLines(
    @Param() { format }: FormatParam,
    @Query() { table, year, group, ...unit }: FourLinesViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendView(reply, await this.returns.fourLines(unit, year, group), { format, table });
  }

  @Get('return.:format')
  @Requires('projections:read', 'query.organisationId')
  @ViewFile('downloadWorkforceReturn', 'The workforce return')
  async workforceReturn(
    @Param() { format }: FormatParam,
    @Query() { table, ...unit }: ViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendView(reply, await this.returns.workforceReturn(unit), { format, table });
  }
}
