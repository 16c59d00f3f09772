export { YearAttentionService } from './attention/year-attention.service';
export * from './variance';
export * from './outturn';
export { DEFAULT_THRESHOLDS, FLAGS, flagOf, type Flag, type Threshold, type Thresholds } from './flags/flags';
export * from './evidence';
export type { ActualsReport, FigureChange, ListedUpload, MonthFigure } from './actuals/actual-figure';
export { ActualsService, type ActualsUpload, type MonitoringActor } from './actuals/actuals.service';
export { MonitoringModule } from './monitoring.module';
export type { ComparedMonth, ComparedYearLine } from './year/compare-year';
export type { MonitoredYear, Reforecast } from './year/monitored-year.repository';
export {
  MonitoringService,
  type NewReforecast,
  type NewThresholds,
  type NewVarianceNote,
  type PlanToFreeze,
} from './year/monitoring.service';
export type { ExpectedLine } from './year/months-left';
export type { StoredThresholds } from './year/threshold.repository';
export type { MonitoredGroup, YearComparison } from './year/year-comparison';
export type { ExpectedFigure } from './year/reforecast-figures';
export type { VarianceNote } from './year/variance-note.repository';
export {
  FOUR_LINES,
  FOUR_LINES_SCALE,
  WORKED_PARTS,
  type FourLine,
  type FourLinesOfMonth,
  type WorkedPart,
} from './four-lines/four-lines';
export {
  FourLinesService,
  type FourLinesMonth,
  type FourLinesRow,
  type FourLinesYear,
} from './four-lines/four-lines.service';
export { LINE_SOURCES, type LineSource } from './four-lines/loaded-months';
export {
  RETURN_EMPLOYMENTS,
  type DisplayedFigures,
  type DisplayedPeriod,
  type ReturnEmployment,
} from './workforce-return/displayed-return';
export { type LineSet, type ReturnLine, type StoredLineSet } from './workforce-return/line-set';
export { PERIOD_KINDS, type PeriodKind } from './workforce-return/return-periods';
export {
  WTE_DISPLAY_SCALE,
  WorkforceReturnService,
  type DisplayedReturnPeriod,
  type WorkforceReturn,
} from './workforce-return/workforce-return.service';
export { WatchedFolder, type WatchedFolderOptions } from './watched-folder/watched-folder';
