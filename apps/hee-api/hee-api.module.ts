import { hkdfSync } from 'node:crypto';
import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ApiClientService, loadSigningKey } from '#access';
import { NationalInputsService } from '#national-inputs';
import { PersistenceModule, UnitOfWork } from '#persistence';
import { Configuration, HealthModule, HttpEdgeModule, PlatformModule } from '#platform';
import { ChangesReader, Cursors, ReleaseFilesReader, ReleaseReader } from '#publication';
import { WebhookEndpointsService, resolveName } from '#webhooks';
import { DictionaryController } from './metadata/dictionary.controller';
import { KnownAnswers } from './edge/known-answers';
import { RateLimitGuard } from './edge/rate-limit.guard';
import { KeysController } from './metadata/keys.controller';
import { ReferenceController } from './metadata/reference.controller';
import { OpenApiController } from './metadata/openapi.controller';
import { OpenApiDocument } from './metadata/openapi-document';
import { EnvelopesController } from './national/envelopes.controller';
import { TrainingSupplyController } from './national/training-supply.controller';
import { PullLog } from './pull-log/pull-log';
import { PullLogInterceptor } from './pull-log/pull-log.interceptor';
import { ChangesController } from './releases/changes.controller';
import { FilesController } from './releases/files.controller';
import { ObservationsController } from './releases/observations.controller';
import { ReleasesController } from './releases/releases.controller';
import { AccessTokenService } from './token/access-token.service';
import { BearerGuard } from './token/bearer.guard';
import { ClientStanding } from './token/client-standing';
import { ClientAssertionVerifier } from './token/client-assertion.verifier';
import { TokenController } from './token/token.controller';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller';
import { WebhookEndpointsController } from './webhooks/webhook-endpoints.controller';
import { WebhookKeysController } from './webhooks/webhook-keys.controller';

/** The national read API: tokens, releases, observations and their documentation; nothing is computed here. */
@Module({
  imports: [
    PlatformModule,
    HttpEdgeModule,
    PersistenceModule,
    HealthModule.register({
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => [
        { name: 'database', check: () => dataSource.query('SELECT 1') },
      ],
    }),
  ],
  controllers: [
    TokenController,
    ReleasesController,
    ObservationsController,
    FilesController,
    ChangesController,
    DictionaryController,
    ReferenceController,
    KeysController,
    EnvelopesController,
    TrainingSupplyController,
    WebhookEndpointsController,
    WebhookDeliveriesController,
    WebhookKeysController,
    OpenApiController,
  ],
  providers: [
    OpenApiDocument,
    PullLog,
    ClientStanding,
    KnownAnswers,
    RateLimitGuard,
    { provide: APP_GUARD, useClass: BearerGuard },
    { provide: APP_GUARD, useExisting: RateLimitGuard },
    { provide: APP_INTERCEPTOR, useClass: PullLogInterceptor },
    {
      provide: AccessTokenService,
      inject: [Configuration],
      useFactory: (configuration: Configuration) => AccessTokenService.load(configuration.heeSigningKeyFile),
    },
    {
      provide: ApiClientService,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new ApiClientService(dataSource),
    },
    {
      provide: ReleaseReader,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new ReleaseReader(dataSource),
    },
    {
      provide: ReleaseFilesReader,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new ReleaseFilesReader(dataSource),
    },
    {
      provide: ChangesReader,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new ChangesReader(dataSource),
    },
    {
      provide: Cursors,
      inject: [Configuration],
      useFactory: (configuration: Configuration) => new Cursors(cursorSecret(configuration)),
    },
    {
      provide: NationalInputsService,
      inject: [UnitOfWork],
      useFactory: (unitOfWork: UnitOfWork) => new NationalInputsService(unitOfWork),
    },
    {
      provide: WebhookEndpointsService,
      inject: [UnitOfWork, Configuration],
      useFactory: (unitOfWork: UnitOfWork, { webhookTargets }: Configuration) =>
        new WebhookEndpointsService(unitOfWork, webhookTargets, resolveName),
    },
    {
      provide: ClientAssertionVerifier,
      inject: [ApiClientService, Configuration],
      useFactory: (clients: ApiClientService, configuration: Configuration) =>
        new ClientAssertionVerifier(clients, `${configuration.releasePublicUrl}/oauth2/token`),
    },
  ],
})
export class HeeApiModule {}

/** A secret of its own from the signing key, so that every process with the key reads the same cursors. */
function cursorSecret({ heeSigningKeyFile }: Configuration): Uint8Array {
  const key = loadSigningKey(heeSigningKeyFile).export({ type: 'pkcs8', format: 'der' });
  return new Uint8Array(hkdfSync('sha256', key, '', 'wholetime cursors', 32));
}
