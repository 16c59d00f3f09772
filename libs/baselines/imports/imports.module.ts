import { Module } from '@nestjs/common';
import { EsrExtractsService } from '../esr/esr-extracts.service';
import { MonthlyFilesService } from '../monthly/monthly-files.service';
import { ImportsService } from './imports.service';

const SERVICES = [ImportsService, EsrExtractsService, MonthlyFilesService];

/** Imports for a process that has the persistence module. */
@Module({ providers: SERVICES, exports: SERVICES })
export class ImportsModule {}
