import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import {
  ProposalsService,
  type PlanOffer,
  type ProposalDetail,
  type ProposalSummary,
} from '#optimisation/proposals';
import { Requires } from '../access/endpoint-access';
import { IDEMPOTENCY_KEY_HEADER, IdempotencyKey } from '../access/idempotency-key';
import { CorrelationId, Person } from '../access/signed-in-request';
import { checkedAsked } from './checked-asked';
import { OFFER, PROPOSAL_DETAIL, PROPOSALS } from './proposal.schema';
import { AcceptanceRequest, NewProposalRequest, ProposalsQuery } from './proposals.request';

/** Questions to the optimiser: asked, watched, cancelled, and accepted in whole or in part. */
@ApiTags('Optimisation')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly permissions: PermissionService,
  ) {}

  @Get('offer')
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readPlanOffer', summary: 'The levers and limits that can be asked for' })
  @ApiOkResponse({ schema: OFFER })
  offer(@Query() { scenarioId, organisationId }: ProposalsQuery): Promise<PlanOffer> {
    return this.proposals.offer({ scenarioId, organisationId });
  }

  @Get()
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({ operationId: 'listProposals', summary: 'What was asked of the optimiser, newest first' })
  @ApiOkResponse({ schema: PROPOSALS })
  async list(
    @Query() { scenarioId, organisationId }: ProposalsQuery,
    @Person() person: SignedInPerson,
  ): Promise<{ readonly proposals: readonly ProposalSummary[]; readonly canEdit: boolean }> {
    const proposals = await this.proposals.list({ scenarioId, organisationId });
    const canEdit = await this.permissions.has(person.id, 'assumptions:edit', organisationId);
    return { proposals, canEdit };
  }

  @Post()
  @Requires('assumptions:edit', 'body.organisationId')
  @ApiOperation({ operationId: 'startProposal', summary: 'Ask the optimiser; a worker takes it up at once' })
  @ApiHeader(IDEMPOTENCY_KEY_HEADER)
  @ApiCreatedResponse({ schema: PROPOSAL_DETAIL })
  @ApiConflictResponse({ description: 'Something at or under the organisation is not calculated yet.' })
  @ApiUnprocessableEntityResponse({ description: 'Rules are broken; `errors` names each with its field.' })
  start(
    @Body() { scenarioId, organisationId, request }: NewProposalRequest,
    @Person() { id }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<ProposalDetail> {
    const asked = checkedAsked(request);
    const unit = { scenarioId, organisationId };
    return this.proposals.start({ ...unit, asked, actor: { id }, correlationId, idempotencyKey });
  }

  @Get(':id')
  @Requires('assumptions:read', 'proposal')
  @ApiOperation({ operationId: 'readProposal', summary: 'A question with how far it is, or its answer' })
  @ApiOkResponse({ schema: PROPOSAL_DETAIL })
  read(@Param('id', ParseUUIDPipe) proposalId: string): Promise<ProposalDetail> {
    return this.proposals.read(proposalId);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Requires('assumptions:edit', 'proposal')
  @ApiOperation({
    operationId: 'cancelProposal',
    summary: 'End a question that waits or is being worked out',
  })
  @ApiOkResponse({ schema: PROPOSAL_DETAIL })
  @ApiConflictResponse({ description: 'It has ended already.' })
  cancel(
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Person() { id }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ProposalDetail> {
    return this.proposals.cancel({ proposalId, actor: { id }, correlationId });
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Requires('assumptions:edit', 'proposal')
  @ApiOperation({
    operationId: 'acceptProposal',
    summary: 'Take lines over as assumptions and register entries, all of them or none',
  })
  @ApiOkResponse({ schema: PROPOSAL_DETAIL })
  @ApiConflictResponse({
    description: 'Values are no longer what the proposal started from; `conflicts` has both of each.',
  })
  @ApiUnprocessableEntityResponse({ description: 'There is no such line, or it breaks a rule.' })
  accept(
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Body() { lines, scenarioName }: AcceptanceRequest,
    @Person() { id, name }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ProposalDetail> {
    return this.proposals.accept({
      proposalId,
      places: lines ?? null,
      scenarioName: scenarioName ?? null,
      actor: { id, name },
      correlationId,
    });
  }
}
