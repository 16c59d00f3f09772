import { Module } from '@nestjs/common';
import { ActualsService } from './actuals/actuals.service';
import { YearAttentionService } from './attention/year-attention.service';
import { FourLinesService } from './four-lines/four-lines.service';
import { WorkforceReturnService } from './workforce-return/workforce-return.service';
import { MonitoringService } from './year/monitoring.service';

const SERVICES = [
  ActualsService,
  MonitoringService,
  FourLinesService,
  WorkforceReturnService,
  YearAttentionService,
];

/** Plan against actual for a process that has the persistence and platform modules. */
@Module({ providers: SERVICES, exports: SERVICES })
export class MonitoringModule {}
