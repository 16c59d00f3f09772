import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInPerson } from '#access';
import { ScenarioDifferenceService } from '#assumptions';
import { PlansService, type ScenarioSummary } from '#plans';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { sendConditionally } from '../edge/conditional-response';
import { SCENARIO } from '../rounds/round.schema';
import { SCENARIO_DIFFERENCE } from './scenario-difference.schema';
import { NewScenarioRequest, ScenarioChangeRequest, ScenarioDifferenceQuery } from './scenarios.request';

/** What-ifs: made, renamed, put aside, and compared with others. */
@ApiTags('Scenarios')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('scenarios')
export class ScenariosController {
  constructor(
    private readonly plans: PlansService,
    private readonly differences: ScenarioDifferenceService,
  ) {}

  @Post()
  @Requires('assumptions:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'createScenario',
    summary: 'Make a what-if on a base; it is projected at once',
  })
  @ApiCreatedResponse({ schema: SCENARIO })
  @ApiConflictResponse({ description: 'The round has a scenario of this name, or is closed.' })
  create(
    @Body() { name, baseScenarioId, organisationId }: NewScenarioRequest,
    @Person() { id }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ScenarioSummary> {
    return this.plans.createScenario({ name, baseScenarioId, organisationId, actor: { id }, correlationId });
  }

  @Patch(':id')
  @Requires('assumptions:edit', 'scenario')
  @ApiOperation({ operationId: 'changeScenario', summary: 'Rename, archive or restore a what-if' })
  @ApiOkResponse({ schema: SCENARIO })
  @ApiConflictResponse({
    description: 'Someone changed it meanwhile, the name is taken, it is no what-if, or the round is closed.',
  })
  change(
    @Param('id', ParseUUIDPipe) scenarioId: string,
    @Body() { name, isArchived, baseVersion }: ScenarioChangeRequest,
    @Person() { id }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ScenarioSummary> {
    return this.plans.changeScenario({
      scenarioId,
      name,
      isArchived,
      baseVersion,
      actor: { id },
      correlationId,
    });
  }

  @Get('difference')
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'readScenarioDifference',
    summary: 'The assumptions that two scenarios do not share, as they are in force on both sides',
  })
  @ApiOkResponse({ schema: SCENARIO_DIFFERENCE })
  @ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
  async difference(
    @Query() { scenarioId, baseScenarioId, organisationId }: ScenarioDifferenceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const difference = await this.differences.read({ scenarioId, baseScenarioId, organisationId });
    await sendConditionally(request, reply, difference);
  }
}
