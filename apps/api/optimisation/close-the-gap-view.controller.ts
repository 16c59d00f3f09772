import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ProposalsService } from '#optimisation/proposals';
import { NotFoundError } from '#platform';
import { PlansService } from '#plans';
import { closeTheGapView, ViewsService } from '#views';
import { Requires } from '../access/endpoint-access';
import { sendView } from '../views/send-view';
import { ViewFile } from '../views/view-file';
import { CloseTheGapViewQuery, FormatParam } from '../views/views.request';

/** The optimiser's page as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, not projected yet, or not open to you.' })
@Controller('views')
export class CloseTheGapViewController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly views: ViewsService,
    private readonly plans: PlansService,
  ) {}

  @Get('close-the-gap.:format')
  @Requires('assumptions:read', 'query.organisationId')
  @ViewFile('downloadCloseTheGap', 'What was asked of the optimiser, and one answer')
  async closeTheGap(
    @Param() { format }: FormatParam,
    @Query() { table, proposal: id, ...unit }: CloseTheGapViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const proposals = await this.proposals.list(unit);
    const proposal = id === undefined ? null : await this.proposals.read(id);
    const isOther =
      proposal !== null &&
      (proposal.scenarioId !== unit.scenarioId || proposal.organisationId !== unit.organisationId);
    if (isOther) throw new NotFoundError('There is no such proposal.', { proposalId: id });
    const organisation = await this.views.organisation(unit);
    const rounds = await this.plans.rounds(() => false);
    const scenario = rounds
      .flatMap(({ scenarios }) => scenarios)
      .find(({ id: own }) => own === unit.scenarioId);
    const view = closeTheGapView({ organisation, scenario: scenario?.name ?? '', proposals, proposal });
    await sendView(reply, view, { format, table });
  }
}
