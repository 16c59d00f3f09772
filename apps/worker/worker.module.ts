import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessModule } from '#access';
import { AssumptionsModule } from '#assumptions';
import { PersistenceModule, hasPendingMigrations } from '#persistence';
import { HealthModule, PlatformModule } from '#platform';
import { QueueInspector, assertOutboxMoves } from '#queue';
import { FolderWatchLifecycle } from './folder-watch.lifecycle';
import { QueueMetrics } from './queue-metrics';
import { QueueModule } from './queue.module';
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
    QueueModule,
    HealthModule.register({
      imports: [QueueModule],
      inject: [DataSource, QueueInspector],
      useFactory: (dataSource: DataSource, inspector: QueueInspector) => [
        { name: 'database', check: () => checkDatabase(dataSource) },
        { name: 'outbox', isVital: false, check: () => assertOutboxMoves(dataSource) },
        { name: 'redis', isVital: false, check: () => inspector.assertRedisFit() },
        { name: 'runs', isVital: false, check: () => inspector.assertRunsMove() },
      ],
    }),
  ],
  providers: [WorkerLifecycle, FolderWatchLifecycle, QueueMetrics],
})
export class WorkerModule {}
