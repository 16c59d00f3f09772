import { Module } from '@nestjs/common';
import { AssumptionsService } from './assumptions.service';
import { RegistersService } from './registers/registers.service';

/** Assumptions and registers for a process that has the persistence and platform modules. */
@Module({
  providers: [AssumptionsService, RegistersService],
  exports: [AssumptionsService, RegistersService],
})
export class AssumptionsModule {}
