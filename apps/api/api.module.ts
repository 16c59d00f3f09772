import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessModule, IdentityProvider, SessionService, SingleSignOnService } from '#access';
import { AssumptionsModule } from '#assumptions';
import { ImportsModule } from '#baselines';
import { MonitoringModule } from '#monitoring';
import { NationalService } from '#national';
import { OptimisationModule } from '#optimisation/proposals';
import { PersistenceModule, UnitOfWork, hasPendingMigrations } from '#persistence';
import { PapersModule } from '#papers';
import { Clock, Configuration, HealthModule, HttpEdgeModule, PlatformModule } from '#platform';
import { PlansModule } from '#plans';
import { loadPolicy } from '#policy';
import { ProjectionsModule } from '#projections';
import { SchedulesService, assertOutboxMoves } from '#queue';
import { ViewsModule } from '#views';
import { AccessGuard } from './access/access.guard';
import { OrganisationOfRequest } from './access/organisation-of-request';
import { AccuracyController } from './accuracy/accuracy.controller';
import { ApiClientsController } from './administration/api-clients.controller';
import { AuditController } from './administration/audit.controller';
import { JobsController } from './administration/jobs.controller';
import { PeopleController } from './administration/people.controller';
import { AssumptionsController } from './assumptions/assumptions.controller';
import { WorkbookController } from './assumptions/workbook.controller';
import { ParametersController } from './assumptions/parameters.controller';
import { AttentionController } from './attention/attention.controller';
import { BaselinesController } from './baselines/baselines.controller';
import { EventStreams } from './edge/event-streams';
import { EsrController } from './esr/esr.controller';
import { NationalController } from './national/national.controller';
import { WorkforceReturnController } from './workforce-return/workforce-return.controller';
import { MonthlyFilesController } from './monthly-files/monthly-files.controller';
import { ImportsController } from './imports/imports.controller';
import { ActualsController } from './monitoring/actuals.controller';
import { MonitoringController } from './monitoring/monitoring.controller';
import { OpenApiDocument } from './openapi/openapi-document';
import { OpenApiController } from './openapi/openapi.controller';
import { CloseTheGapViewController } from './optimisation/close-the-gap-view.controller';
import { ProposalsController } from './optimisation/proposals.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { PresenceController } from './presence/presence.controller';
import { ProjectionAnalysisController } from './projections/projection-analysis.controller';
import { ProjectionEventsController } from './projections/projection-events.controller';
import { ProjectionsController } from './projections/projections.controller';
import { WhatIfController } from './projections/what-if.controller';
import { RegistersController } from './registers/registers.controller';
import { PlanVisibilityReader } from './rounds/plan-visibility';
import { PlansController } from './rounds/plans.controller';
import { RoundsController } from './rounds/rounds.controller';
import { ScenariosController } from './scenarios/scenarios.controller';
import { SchedulesController } from './schedules/schedules.controller';
import { DocumentVisibilityReader } from './sign-off/document-visibility';
import { PapersController } from './sign-off/papers.controller';
import { RoundDocumentsController } from './sign-off/round-documents.controller';
import { SectionsController } from './sign-off/sections.controller';
import { SignOffController } from './sign-off/sign-off.controller';
import { SessionController } from './session/session.controller';
import { SingleSignOnController } from './session/single-sign-on.controller';
import { AdministrationViewsController } from './views/administration-views.controller';
import { DataViewsController } from './views/data-views.controller';
import { ExtractViewsController } from './views/extract-views.controller';
import { DocumentViewsController } from './views/document-views.controller';
import { NationalViewsController } from './views/national-views.controller';
import { WorkViewsController } from './views/work-views.controller';
import { ReturnViewsController } from './views/return-views.controller';
import { ViewsController } from './views/views.controller';

/** Ready when the database answers and its schema is the one this version knows. */
async function checkDatabase(dataSource: DataSource): Promise<void> {
  if (await hasPendingMigrations(dataSource)) throw new Error('migrations are pending');
}

/** The planners' and administrators' API. */
@Module({
  imports: [
    PlatformModule,
    HttpEdgeModule,
    PersistenceModule,
    AccessModule,
    AssumptionsModule,
    ProjectionsModule,
    PlansModule,
    OptimisationModule,
    MonitoringModule,
    ImportsModule,
    ViewsModule,
    PapersModule,
    HealthModule.register({
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => [
        { name: 'database', check: () => checkDatabase(dataSource) },
        { name: 'outbox', isVital: false, check: () => assertOutboxMoves(dataSource) },
      ],
    }),
  ],
  controllers: [
    SessionController,
    SingleSignOnController,
    RoundsController,
    PlansController,
    ScenariosController,
    ProposalsController,
    AttentionController,
    AccuracyController,
    NationalController,
    OrganisationsController,
    ProjectionsController,
    WhatIfController,
    ProjectionEventsController,
    ProjectionAnalysisController,
    ParametersController,
    AssumptionsController,
    WorkbookController,
    RegistersController,
    PresenceController,
    ReturnViewsController,
    ViewsController,
    CloseTheGapViewController,
    AdministrationViewsController,
    WorkViewsController,
    DataViewsController,
    ExtractViewsController,
    DocumentViewsController,
    NationalViewsController,
    ImportsController,
    EsrController,
    MonthlyFilesController,
    BaselinesController,
    SchedulesController,
    JobsController,
    PeopleController,
    ApiClientsController,
    AuditController,
    RoundDocumentsController,
    SignOffController,
    PapersController,
    SectionsController,
    MonitoringController,
    ActualsController,
    WorkforceReturnController,
    OpenApiController,
  ],
  providers: [
    OpenApiDocument,
    EventStreams,
    OrganisationOfRequest,
    PlanVisibilityReader,
    DocumentVisibilityReader,
    {
      provide: NationalService,
      inject: [UnitOfWork],
      useFactory: (unitOfWork: UnitOfWork) => new NationalService(unitOfWork, loadPolicy()),
    },
    {
      provide: SingleSignOnService,
      inject: [Configuration, DataSource, UnitOfWork, SessionService, Clock],
      useFactory: (
        { identityProvider }: Configuration,
        ...rest: readonly [DataSource, UnitOfWork, SessionService, Clock]
      ) =>
        new SingleSignOnService(
          identityProvider === null ? null : new IdentityProvider(identityProvider),
          ...rest,
        ),
    },
    { provide: APP_GUARD, useClass: AccessGuard },
    {
      provide: SchedulesService,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new SchedulesService(dataSource),
    },
  ],
})
export class ApiModule {}
