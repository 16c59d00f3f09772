import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PermissionService, type SignedInPerson } from '#access';
import { ImportsService, listSnapshots } from '#baselines';
import { UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import { PlansService, readRoundBaselines } from '#plans';
import { readAccuracyEvidence } from '#projections';
import { accuracyView, baselinesView, publishedFilesView, snapshotsView } from '#views';
import { accuracyChoice, baselinesFound, publishedFilesFound, snapshotsFound } from '#views/lists';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import {
  AccuracyViewQuery,
  BaselinesViewQuery,
  FoundRecordsQuery,
  PublishedFilesViewQuery,
} from './record-views.request';
import { sendView } from './send-view';
import { choicesOf, ViewFile } from './view-file';
import { FormatParam } from './views.request';

/** What the pages of data and accuracy show, with their filters, as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('views')
export class DataViewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly imports: ImportsService,
    private readonly permissions: PermissionService,
  ) {}

  @Get('baselines.:format')
  @Requires('baselines:read', 'anywhere')
  @ViewFile('downloadBaselines', 'The baselines of a round')
  async baselinesFile(
    @Param() { format }: FormatParam,
    @Query() { table, roundId, find = '', basis = '' }: BaselinesViewQuery,
    @Person() { id }: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [latest] = roundId === undefined ? await this.plans.rounds(() => false) : [{ id: roundId }];
    if (latest === undefined) throw new NotFoundError('There is no round yet.');
    const visible = await this.permissions.organisationsWith(id, 'baselines:read');
    const baselines = await this.unitOfWork.run((manager) => readRoundBaselines(manager, latest.id, visible));
    await sendView(reply, baselinesView(baselinesFound(baselines, { find, basis })), { format, table });
  }

  @Get('snapshots.:format')
  @Requires('baselines:read', 'anywhere')
  @ViewFile('downloadSnapshots', 'Frozen opening positions')
  async snapshotsFile(
    @Param() { format }: FormatParam,
    @Query() { table, find = '' }: FoundRecordsQuery,
    @Person() { id }: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visible = await this.permissions.organisationsWith(id, 'baselines:read');
    const snapshots = await this.unitOfWork.run((manager) => listSnapshots(manager, visible));
    await sendView(reply, snapshotsView(snapshotsFound(snapshots, find)), { format, table });
  }

  @Get('published-files.:format')
  @Requires('imports:read', 'anywhere')
  @ViewFile('downloadPublishedFiles', 'Published files that were read')
  async publishedFile(
    @Param() { format }: FormatParam,
    @Query() { table, find = '', kind = '' }: PublishedFilesViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const files = publishedFilesFound(await this.imports.list(), { find, kind });
    await sendView(reply, publishedFilesView(files), { format, table });
  }

  @Get('accuracy.:format')
  @Requires('parameters:read', 'anywhere')
  @ViewFile('downloadAccuracy', 'How accurate projections were')
  async accuracyFile(
    @Param() { format }: FormatParam,
    @Query() { table, show, ...query }: AccuracyViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const choice = accuracyChoice((name) => query[name] ?? null);
    const view = accuracyView(await readAccuracyEvidence(), choice, choicesOf(show));
    await sendView(reply, view, { format, table });
  }
}
