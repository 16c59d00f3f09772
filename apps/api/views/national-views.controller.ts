import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NationalService } from '#national';
import { nationalView } from '#views';
import { nationalChoice } from '#views/lists';
import { Requires } from '../access/endpoint-access';
import { NationalViewQuery } from './national-views.request';
import { sendView } from './send-view';
import { choicesOf, ViewFile } from './view-file';
import { FormatParam } from './views.request';

/** What the page of the national picture shows, as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('views')
export class NationalViewsController {
  constructor(private readonly national: NationalService) {}

  @Get('national.:format')
  @Requires('plans:read', 'nation')
  @ViewFile('downloadNationalPicture', 'All systems of a round together, and what the cross-checks found')
  async nationalFile(
    @Param() { format }: FormatParam,
    @Query() { table, scenarioId, line, year, show }: NationalViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const picture = await this.national.picture(scenarioId, { line, staffGroup: null });
    const crossChecks = await this.national.crossChecks(scenarioId);
    const said = { line, year: year ?? null };
    const choice = nationalChoice((name) => said[name], picture.round.years);
    await sendView(reply, nationalView({ picture, crossChecks }, choice, choicesOf(show)), { format, table });
  }
}
