import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Configuration } from '../configuration/configuration';
import { MetricsServer } from './metrics';

/** Serves the process's metrics for as long as it runs, where a port is set. */
@Injectable()
export class MetricsLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly server = new MetricsServer();

  constructor(private readonly configuration: Configuration) {}

  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, bindAddress } = this.configuration;
    if (metricsPort !== undefined) await this.server.listen(metricsPort, bindAddress);
  }

  onModuleDestroy(): void {
    this.server.close();
  }
}
