import { Module } from '@nestjs/common';
import { ImportsService } from './imports.service';

/** Imports for a process that has the persistence module. */
@Module({ providers: [ImportsService], exports: [ImportsService] })
export class ImportsModule {}
