import { Module } from '@nestjs/common';
import { UnitOfWork } from '#persistence';
import { Clock } from '#platform';
import { loadPolicy } from '#policy';
import { AssumptionsService } from './assumptions.service';
import { ScenarioDifferenceService } from './difference/scenario-difference.service';
import { WorkbookService } from './workbook/workbook.service';
import { RegistersService } from './registers/registers.service';

/** Assumptions and registers for a process that has the persistence and platform modules. */
@Module({
  providers: [
    AssumptionsService,
    WorkbookService,
    ScenarioDifferenceService,
    {
      provide: RegistersService,
      inject: [UnitOfWork, Clock],
      useFactory: (unitOfWork: UnitOfWork, clock: Clock) =>
        new RegistersService(unitOfWork, clock, loadPolicy()),
    },
  ],
  exports: [AssumptionsService, WorkbookService, RegistersService, ScenarioDifferenceService],
})
export class AssumptionsModule {}
