import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller';
import { READINESS_CHECKS, type ReadinessCheck } from './readiness-check';

/** How a process makes its list of checks from its own providers. */
export interface HealthOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: FactoryProvider['inject'];
  readonly useFactory: FactoryProvider<readonly ReadinessCheck[]>['useFactory'];
}

/** `GET health/live` and `GET health/ready`. */
@Module({})
export class HealthModule {
  static register({ imports = [], inject = [], useFactory }: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false }), ...imports],
      controllers: [HealthController],
      providers: [{ provide: READINESS_CHECKS, inject, useFactory }],
    };
  }
}
