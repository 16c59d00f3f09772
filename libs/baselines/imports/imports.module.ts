import { Module } from '@nestjs/common';
import { EsrExtractsService } from '../esr/esr-extracts.service';
import { ImportsService } from './imports.service';

/** Imports for a process that has the persistence module. */
@Module({ providers: [ImportsService, EsrExtractsService], exports: [ImportsService, EsrExtractsService] })
export class ImportsModule {}
