import { Module } from '@nestjs/common';
import { ProjectionsModule } from '#projections';
import { AttentionService } from './attention/attention.service';
import { DocumentsService, SectionsService, SignOffService } from './documents';
import { PlansService } from './plans.service';

const SERVICES = [PlansService, AttentionService, DocumentsService, SectionsService, SignOffService];

/** Rounds, scenarios, plans and their sign-off for a process that has the persistence and access modules. */
@Module({ imports: [ProjectionsModule], providers: SERVICES, exports: SERVICES })
export class PlansModule {}
