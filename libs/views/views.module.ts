import { Module } from '@nestjs/common';
import { AssumptionsModule } from '#assumptions';
import { ProjectionsModule } from '#projections';
import { ViewsService } from './views.service';

/** What pages show, for files. */
@Module({
  imports: [AssumptionsModule, ProjectionsModule],
  providers: [ViewsService],
  exports: [ViewsService],
})
export class ViewsModule {}
