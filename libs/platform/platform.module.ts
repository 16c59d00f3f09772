import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Clock, SystemClock } from './clock';
import { Configuration } from './configuration/configuration';
import { ConfigurationModule } from './configuration/configuration.module';
import { requestLoggingOptions } from './logging/logger-options';
import { MetricsLifecycle } from './metrics/metrics.lifecycle';

/** What every process stands on: configuration, clock, log and metrics. */
@Global()
@Module({
  imports: [
    ConfigurationModule,
    LoggerModule.forRootAsync({ inject: [Configuration], useFactory: requestLoggingOptions }),
  ],
  providers: [{ provide: Clock, useClass: SystemClock }, MetricsLifecycle],
  exports: [Clock],
})
export class PlatformModule {}
