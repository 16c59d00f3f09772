import { Module } from '@nestjs/common';
import { ProjectionsModule } from '#projections';
import { AttentionService } from './attention/attention.service';
import { PlansService } from './plans.service';

/** Rounds, scenarios and plans for a process that has the persistence module. */
@Module({
  imports: [ProjectionsModule],
  providers: [PlansService, AttentionService],
  exports: [PlansService, AttentionService],
})
export class PlansModule {}
