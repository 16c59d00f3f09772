import { Module } from '@nestjs/common';
import { ActualsService } from './actuals/actuals.service';
import { MonitoringService } from './year/monitoring.service';

const SERVICES = [ActualsService, MonitoringService];

/** Plan against actual for a process that has the persistence and platform modules. */
@Module({ providers: SERVICES, exports: SERVICES })
export class MonitoringModule {}
