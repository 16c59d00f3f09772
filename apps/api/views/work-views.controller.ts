import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PermissionService, type SignedInPerson } from '#access';
import { PlansService } from '#plans';
import { JobsService } from '#projections';
import { SchedulesService } from '#queue';
import { jobsView, schedulesView } from '#views';
import { jobsFound, scheduleRows } from '#views/lists';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { StatedRecordsQuery } from './record-views.request';
import { sendView } from './send-view';
import { ViewFile } from './view-file';
import { FormatParam } from './views.request';

/** Schedules and jobs as their pages show them, with their filters, as files. */
@ApiTags('Views')
@Controller('views')
export class WorkViewsController {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly plans: PlansService,
    private readonly jobs: JobsService,
    private readonly permissions: PermissionService,
  ) {}

  @Get('schedules.:format')
  @Requires('schedules:read', 'anywhere')
  @ViewFile('downloadSchedules', 'Schedules and what became of their latest times')
  async schedulesFile(
    @Param() { format }: FormatParam,
    @Query() { table, state = '' }: StatedRecordsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rounds = await this.plans.rounds(() => false);
    const rows = scheduleRows(await this.schedules.list(), rounds, state);
    await sendView(reply, schedulesView(rows), { format, table });
  }

  @Get('jobs.:format')
  @Requires('jobs:read', 'anywhere')
  @ViewFile('downloadJobs', 'The work on projections')
  async jobsFile(
    @Param() { format }: FormatParam,
    @Query() { table, find = '', state = '' }: StatedRecordsQuery,
    @Person() { id }: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { jobs } = await this.jobs.overview(await this.permissions.organisationsWith(id, 'jobs:read'));
    await sendView(reply, jobsView(jobsFound(jobs, { find, state })), { format, table });
  }
}
