import { Module } from '@nestjs/common';
import { AssumptionsModule } from '#assumptions';
import { ProposalsService } from './proposals.service';

/** Questions to the optimiser for a process with the persistence and platform modules. */
@Module({ imports: [AssumptionsModule], providers: [ProposalsService], exports: [ProposalsService] })
export class OptimisationModule {}
