import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import { listSnapshots, type BaselineOption, type SnapshotSummary } from '#baselines';
import { UnitOfWork } from '#persistence';
import { chooseBaseline, readBaselineOptions, readRoundBaselines, type RoundBaseline } from '#plans';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { BASELINE_OPTIONS, ROUND_BASELINES, SNAPSHOTS } from './baseline.schema';
import { BaselineChoiceRequest, BaselineOptionsQuery, RoundBaselinesQuery } from './baselines.request';

/** Frozen opening positions, and which of them each organisation of a round is projected from. */
@ApiTags('Baselines')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('baselines')
export class BaselinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('baselines:read', 'anywhere')
  @ApiOperation({ operationId: 'listBaselines', summary: 'What each organisation of a round stands on' })
  @ApiOkResponse({ schema: ROUND_BASELINES })
  async list(
    @Query() { roundId }: RoundBaselinesQuery,
    @Person() person: SignedInPerson,
  ): Promise<{ readonly baselines: readonly RoundBaseline[] }> {
    const visible = await this.permissions.organisationsWith(person.id, 'baselines:read');
    return {
      baselines: await this.unitOfWork.run((manager) => readRoundBaselines(manager, roundId, visible)),
    };
  }

  @Get('snapshots')
  @Requires('baselines:read', 'anywhere')
  @ApiOperation({ operationId: 'listSnapshots', summary: 'Frozen opening positions, the newest first' })
  @ApiOkResponse({ schema: SNAPSHOTS })
  async snapshots(
    @Person() person: SignedInPerson,
  ): Promise<{ readonly snapshots: readonly SnapshotSummary[] }> {
    const visible = await this.permissions.organisationsWith(person.id, 'baselines:read');
    return { snapshots: await this.unitOfWork.run((manager) => listSnapshots(manager, visible)) };
  }

  @Get('options')
  @Requires('baselines:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'listBaselineOptions',
    summary: 'What a baseline of an organisation can be taken of',
  })
  @ApiOkResponse({ schema: BASELINE_OPTIONS })
  async options(
    @Query() { roundId, organisationId }: BaselineOptionsQuery,
  ): Promise<{ readonly options: readonly BaselineOption[] }> {
    return {
      options: await this.unitOfWork.run((manager) => readBaselineOptions(manager, roundId, organisationId)),
    };
  }

  @Post()
  @HttpCode(204)
  @Requires('baselines:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'chooseBaseline',
    summary: 'Freeze a position and project an organisation from it, with a reason',
  })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'Someone else changed it, or the round is closed.' })
  @ApiUnprocessableEntityResponse({ description: 'The position is no baseline of this round.' })
  async choose(
    @Body() request: BaselineChoiceRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    const { roundId, organisationId, origin, asAt, baseSnapshotId, reason } = request;
    const choice = { roundId, organisationId, origin, asAt, baseSnapshotId: baseSnapshotId ?? null };
    await this.unitOfWork.run((manager) =>
      chooseBaseline(manager, { ...choice, reason: reason.trim(), actor: person, correlationId }),
    );
  }
}
