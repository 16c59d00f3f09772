import { Module } from '@nestjs/common';
import { AssumptionsModule } from '#assumptions';
import { Configuration } from '#platform';
import { DataSource } from 'typeorm';
import { AnalysisService } from './analysis/analysis.service';
import { openAnalyses } from './analysis/open-analyses';
import { JobsService } from './jobs/jobs.service';
import { ProjectionsService } from './projections.service';
import { WhatIfBaseService } from './read/what-if-base.service';

/** Published projections and questions about them, for a process with the persistence and platform modules. */
@Module({
  imports: [AssumptionsModule],
  providers: [
    ProjectionsService,
    JobsService,
    WhatIfBaseService,
    { provide: AnalysisService, inject: [DataSource, Configuration], useFactory: openAnalyses },
  ],
  exports: [ProjectionsService, JobsService, AnalysisService, WhatIfBaseService],
})
export class ProjectionsModule {}
