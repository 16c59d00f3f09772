import { Module } from '@nestjs/common';
import { ProjectionsModule } from '#projections';
import { PlansService } from './plans.service';

/** Rounds, scenarios and plans for a process that has the persistence module. */
@Module({ imports: [ProjectionsModule], providers: [PlansService], exports: [PlansService] })
export class PlansModule {}
