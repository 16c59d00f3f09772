export { narrowed, VIEW_FORMATS, viewFile, type ViewFile, type ViewFormat } from './files/view-file';
export type { View, ViewSource, ViewTable } from './view';
export * from './document-views';
export { inTheYearView } from './in-the-year-view';
export { nationalView } from './national-view';
export * from './record-views';
export { ViewsModule } from './views.module';
export { ReturnViewsService } from './return-views.service';
export { ViewsService, type GridSubject } from './views.service';
