import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { SignedInPerson } from '#access';
import { DocumentsService, type Milestone, type RoundDocuments } from '#plans';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { DocumentVisibilityReader } from './document-visibility';
import { MilestonesRequest, NewReturnRequest, RoundDocumentsQuery } from './sign-off.request';
import { BEGUN, MILESTONES, ROUND_DOCUMENTS } from './sign-off.schema';

/** The returns and system plans of a round, and the days by which they are due. */
@ApiTags('Sign-off')
@Controller('sign-off')
export class RoundDocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly visibility: DocumentVisibilityReader,
  ) {}

  @Get()
  @Requires('rounds:read', 'anywhere')
  @ApiOperation({
    operationId: 'listDocuments',
    summary: 'The returns and plans of a round that you may read',
  })
  @ApiOkResponse({ schema: ROUND_DOCUMENTS })
  @ApiNotFoundResponse({ description: 'There is no such round.' })
  async list(
    @Query() { roundId }: RoundDocumentsQuery,
    @Person() person: SignedInPerson,
  ): Promise<RoundDocuments> {
    return this.documents.ofRound(roundId, await this.visibility.of(person.id));
  }

  @Post('returns')
  @Requires('plans:edit', 'body.organisationId')
  @ApiOperation({ operationId: 'beginReturn', summary: 'Begin the return of an organisation in a round' })
  @ApiCreatedResponse({ schema: BEGUN })
  @ApiConflictResponse({ description: 'There is one already, or the round is closed.' })
  async begin(
    @Body() { roundId, organisationId }: NewReturnRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly id: string }> {
    const actor = { id: person.id, correlationId };
    return { id: await this.documents.beginReturn(roundId, organisationId, actor) };
  }

  @Patch('milestones')
  @Requires('rounds:edit', 'nation')
  @ApiOperation({ operationId: 'setMilestones', summary: 'Set the days by which a round expects what' })
  @ApiOkResponse({ schema: MILESTONES })
  @ApiNotFoundResponse({ description: 'There is no such round.' })
  @ApiUnprocessableEntityResponse({ description: 'A state is unknown.' })
  async setMilestones(
    @Body() { roundId, milestones }: MilestonesRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly milestones: readonly Milestone[] }> {
    const actor = { id: person.id, correlationId };
    return { milestones: await this.documents.setMilestones(roundId, milestones, actor) };
  }
}
