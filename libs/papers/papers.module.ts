import { Module } from '@nestjs/common';
import { PlansModule } from '#plans';
import { PapersService } from './papers.service';

/** Papers of plans, for a process that has the persistence and access modules. */
@Module({ imports: [PlansModule], providers: [PapersService], exports: [PapersService] })
export class PapersModule {}
