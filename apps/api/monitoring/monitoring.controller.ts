import { Body, Controller, Get, Post, Query } from '@nestjs/common';
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
import { MonitoringService, type MonitoredYear, type VarianceNote, type YearComparison } from '#monitoring';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import {
  ComparisonQuery,
  MonitoredOrganisationQuery,
  PlanToFreezeRequest,
  ReforecastRequest,
  ThresholdsRequest,
  VarianceNoteRequest,
} from './monitoring.request';
import { COMPARISON, MONITORED_YEAR, MONITORED_YEARS, VARIANCE_NOTES } from './monitoring.schema';

/** Plan against actual: the frozen plan of a year, variances, outturns, reforecasts, reasons. */
@ApiTags('In the year')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('monitored-years')
export class MonitoringController {
  constructor(private readonly monitoring: MonitoringService) {}

  @Get()
  @Requires('plans:read', 'query.organisationId')
  @ApiOperation({ operationId: 'listMonitoredYears', summary: 'The years that have a frozen plan' })
  @ApiOkResponse({ schema: MONITORED_YEARS })
  async list(
    @Query() { organisationId }: MonitoredOrganisationQuery,
  ): Promise<{ readonly years: readonly MonitoredYear[] }> {
    return { years: await this.monitoring.years(organisationId) };
  }

  @Post()
  @Requires('plans:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'freezeMonitoredPlan',
    summary: "Copy a scenario's published figures of a year as the plan that actual figures are held against",
  })
  @ApiCreatedResponse({ schema: MONITORED_YEAR })
  @ApiConflictResponse({ description: 'The year has its plan.' })
  @ApiUnprocessableEntityResponse({ description: 'The projection does not hold the year.' })
  async freeze(
    @Body() plan: PlanToFreezeRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<MonitoredYear> {
    return this.monitoring.freezePlan(plan, { id: person.id, correlationId });
  }

  @Get('comparison')
  @Requires('plans:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'comparePlanAndActual',
    summary: 'Plan, actual, variance with its parts, flags, forecast outturn and run-rate by line and month',
  })
  @ApiOkResponse({ schema: COMPARISON })
  async compare(
    @Query() { organisationId, firstYear, staffGroup }: ComparisonQuery,
  ): Promise<YearComparison> {
    return this.monitoring.read({ organisationId, firstYear }, staffGroup);
  }

  @Post('reforecasts')
  @Requires('plans:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'reforecastYear',
    summary: 'Say what is expected of the months that are left; the plan stays as it is',
  })
  @ApiCreatedResponse({ schema: COMPARISON })
  @ApiConflictResponse({ description: 'Someone else reforecast meanwhile.' })
  @ApiUnprocessableEntityResponse({ description: 'Rules are broken; `errors` names each figure.' })
  async reforecast(
    @Body() reforecast: ReforecastRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<YearComparison> {
    return this.monitoring.reforecast(reforecast, { id: person.id, correlationId });
  }

  @Post('notes')
  @Requires('plans:edit', 'body.organisationId')
  @ApiOperation({ operationId: 'explainVariance', summary: 'Give a variance its reason and its owner' })
  @ApiCreatedResponse({ schema: VARIANCE_NOTES })
  @ApiConflictResponse({ description: 'Someone else wrote meanwhile.' })
  @ApiUnprocessableEntityResponse({
    description: 'The month is not closed, or the group is not in the plan.',
  })
  async explain(
    @Body() note: VarianceNoteRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly notes: readonly VarianceNote[] }> {
    return { notes: await this.monitoring.note(note, { id: person.id, correlationId }) };
  }

  @Post('thresholds')
  @Requires('plans:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'setVarianceThresholds',
    summary: 'Say from where on variances of the year are flagged to watch, and to act on',
  })
  @ApiCreatedResponse({ schema: COMPARISON })
  @ApiConflictResponse({ description: 'Someone else set them meanwhile.' })
  @ApiUnprocessableEntityResponse({ description: 'Rules are broken; `errors` names each threshold.' })
  async setThresholds(
    @Body() thresholds: ThresholdsRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<YearComparison> {
    return this.monitoring.setThresholds(thresholds, { id: person.id, correlationId });
  }
}
