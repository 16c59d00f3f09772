import { Module } from '@nestjs/common';
import { ProjectionsService } from './projections.service';

/** Published projections for a process that has the persistence module. */
@Module({ providers: [ProjectionsService], exports: [ProjectionsService] })
export class ProjectionsModule {}
