import { Module } from '@nestjs/common';
import { AssumptionsService } from './assumptions.service';

/** Assumptions for a process that has the persistence and platform modules. */
@Module({ providers: [AssumptionsService], exports: [AssumptionsService] })
export class AssumptionsModule {}
