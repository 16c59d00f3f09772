import { Module } from '@nestjs/common';
import { Configuration } from '#platform';
import { DataSource } from 'typeorm';
import { AnalysisService } from './analysis/analysis.service';
import { openAnalyses } from './analysis/open-analyses';
import { ProjectionsService } from './projections.service';

/** Published projections and questions about them, for a process with the persistence and platform modules. */
@Module({
  providers: [
    ProjectionsService,
    { provide: AnalysisService, inject: [DataSource, Configuration], useFactory: openAnalyses },
  ],
  exports: [ProjectionsService, AnalysisService],
})
export class ProjectionsModule {}
