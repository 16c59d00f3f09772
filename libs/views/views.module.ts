import { Module } from '@nestjs/common';
import { AssumptionsModule } from '#assumptions';
import { MonitoringModule } from '#monitoring';
import { ProjectionsModule } from '#projections';
import { QuestionViewsService } from './question-views.service';
import { ReturnViewsService } from './return-views.service';
import { ViewsService } from './views.service';

/** What pages show, for files. */
@Module({
  imports: [AssumptionsModule, MonitoringModule, ProjectionsModule],
  providers: [QuestionViewsService, ReturnViewsService, ViewsService],
  exports: [QuestionViewsService, ReturnViewsService, ViewsService],
})
export class ViewsModule {}
