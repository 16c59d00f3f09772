import { Body, Controller, Get, Patch, Query, Req, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PermissionService, type SignedInPerson } from '#access';
import {
  AssumptionsService,
  type AssumptionGrid,
  type AssumptionHistoryEntry,
  type PlanChanges,
  type SavedEdits,
} from '#assumptions';
import { failpoint } from '#platform';
import { Requires } from '../access/endpoint-access';
import { sendConditionally } from '../edge/conditional-response';
import { IDEMPOTENCY_KEY_HEADER, IdempotencyKey } from '../access/idempotency-key';
import { CorrelationId, Person } from '../access/signed-in-request';
import { CHANGES, GRID, HISTORY, MODULE_GRID, SAVED_EDITS } from './assumption.schema';
import { ChangesQuery, EditsRequest, GridQuery, HistoryQuery, ModuleGridQuery } from './assumptions.request';

const CHANGES_OF_A_PAGE = 100;

/** Assumptions: read, edited, and how they came about. */
@ApiTags('Assumptions')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('assumptions')
export class AssumptionsController {
  constructor(
    private readonly assumptions: AssumptionsService,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readGrid', summary: 'The values in force, each with where it comes from' })
  @ApiOkResponse({ schema: GRID })
  async grid(
    @Query() query: GridQuery,
    @Person() person: SignedInPerson,
  ): Promise<AssumptionGrid & { readonly canEdit: boolean }> {
    const grid = await this.assumptions.readGrid(query);
    const canEdit = await this.permissions.has(person.id, 'assumptions:edit', query.organisationId);
    return { ...grid, canEdit };
  }

  @Get('module')
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readModuleGrid', summary: 'Every assumption of one planning module' })
  @ApiOkResponse({ schema: MODULE_GRID })
  @ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
  async moduleGrid(
    @Query() query: ModuleGridQuery,
    @Person() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const grid = await this.assumptions.readModuleGrid(query);
    const canEdit = await this.permissions.has(person.id, 'assumptions:edit', query.organisationId);
    await sendConditionally(request, reply, { ...grid, canEdit });
  }

  @Patch()
  @Requires('assumptions:edit', 'body.organisationId')
  @ApiOperation({ operationId: 'saveEdits', summary: 'Save a batch of edits, all of them or none' })
  @ApiHeader(IDEMPOTENCY_KEY_HEADER)
  @ApiOkResponse({ schema: SAVED_EDITS })
  @ApiConflictResponse({ description: 'Someone else changed cells; `conflicts` has both values of each.' })
  @ApiUnprocessableEntityResponse({ description: 'Rules are broken; `errors` names each with its cell.' })
  async edit(
    @Body() { scenarioId, organisationId, reason, origin = 'web', edits }: EditsRequest,
    @Person() { id, name }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<SavedEdits> {
    const saved = await this.assumptions.applyEdits({
      scenarioId,
      organisationId,
      reason,
      edits,
      actor: { id, name },
      origin,
      correlationId,
      idempotencyKey,
    });
    failpoint('api.committed-not-answered');
    return saved;
  }

  @Get('history')
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readHistory', summary: 'Every version that a cell has had, newest first' })
  @ApiOkResponse({ schema: HISTORY })
  async history(
    @Query() query: HistoryQuery,
  ): Promise<{ readonly entries: readonly AssumptionHistoryEntry[] }> {
    return { entries: await this.assumptions.history(query) };
  }

  @Get('changes')
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'listChanges',
    summary: 'What was changed in a scenario at an organisation and those below it, newest first',
  })
  @ApiOkResponse({ schema: CHANGES })
  changes(@Query() query: ChangesQuery): Promise<PlanChanges> {
    return this.assumptions.changes({ ...query, limit: CHANGES_OF_A_PAGE });
  }
}
