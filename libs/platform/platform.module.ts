import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Clock, SystemClock } from './clock';
import { Configuration } from './configuration/configuration';
import { ConfigurationModule } from './configuration/configuration.module';
import { requestLoggingOptions } from './logging/logger-options';

/** What every process stands on: configuration, clock and log. */
@Global()
@Module({
  imports: [
    ConfigurationModule,
    LoggerModule.forRootAsync({ inject: [Configuration], useFactory: requestLoggingOptions }),
  ],
  providers: [{ provide: Clock, useClass: SystemClock }],
  exports: [Clock],
})
export class PlatformModule {}
