import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnalysisService, ProjectionsService } from '#projections';
import { Requires } from '../access/endpoint-access';
import { sendConditionally } from '../edge/conditional-response';
import { sendWhileWaiting } from '../edge/waiting-client';
import {
  AttributionQuery,
  ExplainedNumberQuery,
  RangesQuery,
  ReportQuery,
  SensitivityQuery,
} from './projection-analysis.request';
import { ATTRIBUTION, EXPLANATION, MODULE_REPORT, RANGES, SENSITIVITY } from './projection-analysis.schema';

/** What a projection says beyond its figures: the report of each module, and how a number came about. */
@ApiTags('Projections')
@ApiNotFoundResponse({ description: 'Unknown, not projected yet, or not open to you.' })
@ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
@Controller('projections')
export class ProjectionAnalysisController {
  constructor(
    private readonly projections: ProjectionsService,
    private readonly analyses: AnalysisService,
  ) {}

  @Get('report')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readModuleReport', summary: "A module's report of a published projection" })
  @ApiOkResponse({ schema: MODULE_REPORT })
  async report(
    @Query() { module, ...unit }: ReportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = { kind: 'report', module } as const;
    await sendWhileWaiting(request, reply, (gone) => this.analyses.answerForUnit(unit, question, gone));
  }

  @Get('explanation')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'explainNumber', summary: 'How one number came about, to its sources' })
  @ApiOkResponse({ schema: EXPLANATION })
  async explanation(
    @Query() { scenarioId, organisationId, run, ...question }: ExplainedNumberQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendConditionally(
      request,
      reply,
      await this.projections.explain({ scenarioId, organisationId }, question, run),
    );
  }

  @Get('ranges')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readRanges', summary: 'The likely range (8 in 10) of a measure by month' })
  @ApiOkResponse({ schema: RANGES })
  async ranges(
    @Query() { scenarioId, organisationId, staffGroup, measure }: RangesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { ranges, ...set } = await this.projections.ranges(scenarioId, organisationId);
    const group = ranges?.staffGroups.find(({ code }) => code === staffGroup);
    const range = group?.measures[measure] ?? null;
    await sendConditionally(request, reply, { ...set, months: ranges?.months ?? [], range });
  }

  @Get('sensitivity')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({ operationId: 'readSensitivity', summary: 'Which assumptions matter most for a figure' })
  @ApiOkResponse({ schema: SENSITIVITY })
  async sensitivity(
    @Query() { scenarioId, organisationId, kind, ...figure }: SensitivityQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const unit = { scenarioId, organisationId };
    await sendWhileWaiting(request, reply, (gone) =>
      this.analyses.answerForUnit(unit, { kind, figure }, gone),
    );
  }

  @Get('attribution')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'readAttribution',
    summary: 'What changed a figure, against another scenario or against what was shown before',
  })
  @ApiOkResponse({ schema: ATTRIBUTION })
  async attribution(
    @Query() { scenarioId, organisationId, baseScenarioId, ...figure }: AttributionQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const unit = { scenarioId, organisationId, baseScenarioId: baseScenarioId ?? null };
    await sendWhileWaiting(request, reply, (gone) => this.analyses.attributionForUnit(unit, figure, gone));
  }
}
