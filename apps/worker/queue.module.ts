import { Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { Configuration } from '#platform';
import { QueueInspector } from '#queue';

/** What watches the queues. */
@Module({
  providers: [
    {
      provide: QueueInspector,
      inject: [Configuration],
      useFactory: ({ redisUrl, queuePrefix }: Configuration) =>
        new QueueInspector({ redisUrl, prefix: queuePrefix }),
    },
  ],
  exports: [QueueInspector],
})
export class QueueModule implements OnModuleDestroy {
  constructor(@Inject(QueueInspector) private readonly inspector: QueueInspector) {}

  onModuleDestroy(): Promise<void> {
    return this.inspector.close();
  }
}
