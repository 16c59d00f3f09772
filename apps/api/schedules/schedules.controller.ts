import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { recordAudit, type SignedInPerson } from '#access';
import { PlanningRoundEntity, UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import { CATCH_UPS, SLOT_STATES, SchedulesService, type ScheduleSummary } from '#queue';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { boolean, id, instant, integer, listOf, nullable, object, oneOf, string } from '../openapi/schema';
import { NewScheduleRequest, ScheduleChangeRequest } from './schedules.request';

const SCHEDULE = object({
  id,
  name: string,
  cron: string,
  timeZone: string,
  roundId: id,
  catchUp: oneOf(...CATCH_UPS),
  isEnabled: boolean,
  nextDueAt: nullable(instant),
  lastFiring: nullable(object({ slot: instant, firedAt: instant, unitsRung: integer })),
  pastSlots: listOf(
    object({
      slot: instant,
      state: oneOf(...SLOT_STATES),
      firedAt: nullable(instant),
      unitsRung: integer,
    }),
  ),
});

/** When rounds are recalculated by themselves. */
@ApiTags('Schedules')
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Requires('schedules:read', 'anywhere')
  @ApiOperation({ operationId: 'listSchedules', summary: 'All schedules with their next and last firing' })
  @ApiOkResponse({ schema: object({ schedules: listOf(SCHEDULE) }) })
  async list(): Promise<{ readonly schedules: readonly ScheduleSummary[] }> {
    return { schedules: await this.schedules.list() };
  }

  @Post()
  @Requires('schedules:edit', 'nation')
  @ApiOperation({ operationId: 'createSchedule', summary: 'Recalculate every current scenario of a round' })
  @ApiCreatedResponse({ schema: SCHEDULE })
  @ApiNotFoundResponse({ description: 'There is no such round.' })
  @ApiUnprocessableEntityResponse({ description: 'The times or the time zone cannot be read.' })
  async create(
    @Body() { name, cron, timeZone, roundId, catchUp }: NewScheduleRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ScheduleSummary> {
    const scheduleId = await this.unitOfWork.run(async (manager) => {
      const hasRound = await manager.existsBy(PlanningRoundEntity, { id: roundId });
      if (!hasRound) throw new NotFoundError('There is no such round.');
      const times = { cron, timeZone, ...(catchUp === undefined ? {} : { catchUp }) };
      const created = await this.schedules.create(manager, { name, roundId, createdBy: person.id, ...times });
      await recordAudit(manager, {
        ...scheduleEvent('schedule.created', created, person.id, correlationId),
        detail: { name, roundId, ...times },
      });
      return created;
    });
    return this.schedules.get(scheduleId);
  }

  @Patch(':id')
  @Requires('schedules:edit', 'nation')
  @ApiOperation({ operationId: 'changeSchedule', summary: 'Enable or disable a schedule' })
  @ApiOkResponse({ schema: SCHEDULE })
  @ApiNotFoundResponse({ description: 'There is no such schedule.' })
  async change(
    @Param('id', ParseUUIDPipe) scheduleId: string,
    @Body() { isEnabled }: ScheduleChangeRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<ScheduleSummary> {
    await this.unitOfWork.run(async (manager) => {
      await this.schedules.setEnabled(manager, scheduleId, isEnabled);
      await recordAudit(manager, {
        ...scheduleEvent('schedule.changed', scheduleId, person.id, correlationId),
        detail: { isEnabled },
      });
    });
    return this.schedules.get(scheduleId);
  }

  @Post(':id/firings')
  @HttpCode(202)
  @Requires('schedules:edit', 'nation')
  @ApiOperation({ operationId: 'fireSchedule', summary: 'Recalculate now what the schedule recalculates' })
  @ApiAcceptedResponse({ schema: object({ requested: integer }) })
  @ApiNotFoundResponse({ description: 'There is no such schedule.' })
  async fire(
    @Param('id', ParseUUIDPipe) scheduleId: string,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly requested: number }> {
    const requested = await this.unitOfWork.run(async (manager) => {
      const units = await this.schedules.fireNow(manager, scheduleId, person.id);
      await recordAudit(manager, {
        ...scheduleEvent('schedule.fired', scheduleId, person.id, correlationId),
        detail: { units },
      });
      return units;
    });
    return { requested };
  }
}

const scheduleEvent = (action: string, entityId: string, actor: string, correlationId: string | null) => ({
  actor,
  action,
  entity: 'schedule',
  entityId,
  organisationId: null,
  correlationId,
});
