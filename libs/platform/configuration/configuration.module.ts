import { Global, Module } from '@nestjs/common';
import { Configuration } from './configuration';
import { loadConfiguration } from './load-configuration';

/** Provides the validated {@link Configuration} everywhere in a process. */
@Global()
@Module({
  providers: [{ provide: Configuration, useFactory: () => loadConfiguration() }],
  exports: [Configuration],
})
export class ConfigurationModule {}
