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
  type MonitoredGroup,
  type NewReforecast,
  type NewVarianceNote,
  type PlanToFreeze,
  type YearComparison,
} from './year/monitoring.service';
export type { ExpectedFigure } from './year/reforecast-figures';
export type { VarianceNote } from './year/variance-note.repository';
