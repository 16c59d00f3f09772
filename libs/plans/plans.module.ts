import { Module } from '@nestjs/common';
import { PlansService } from './plans.service';

/** Rounds, scenarios and plans for a process that provides a `FreshnessReader`. */
@Module({ providers: [PlansService], exports: [PlansService] })
export class PlansModule {}
