import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessModule } from '#access';
import { AssumptionsModule } from '#assumptions';
import { PersistenceModule, hasPendingMigrations } from '#persistence';
import { HealthModule, PlatformModule } from '#platform';
import { WorkerLifecycle } from './worker.lifecycle';

async function checkDatabase(dataSource: DataSource): Promise<void> {
  if (await hasPendingMigrations(dataSource)) throw new Error('migrations are pending');
}

/** A worker process: it takes jobs, and answers on a port only for its health. */
@Module({
  imports: [
    PlatformModule,
    PersistenceModule,
    AccessModule,
    AssumptionsModule,
    HealthModule.register({
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => [{ name: 'database', check: () => checkDatabase(dataSource) }],
    }),
  ],
  providers: [WorkerLifecycle],
})
export class WorkerModule {}
