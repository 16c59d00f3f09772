import type { ModuleReport, ReportColumn, ReportFigure, ReportTable, ReportUnit } from '#modules/reporting';

export type { ModuleReport, ReportColumn, ReportFigure, ReportTable, ReportUnit };

/** What an analysis is of: the run, its engine and its input. */
export interface RunReference {
  readonly runId: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
}

/** A module's report of a published run. */
export interface PublishedReport extends RunReference {
  readonly answer: ModuleReport;
}

/** The likely range of one measure by month: 8 in 10 outcomes lie between `p10` and `p90`. */
export interface MeasureRange {
  readonly central: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** How far the likely ranges are; `range` is null until they are drawn. `progress` is a fraction. */
export interface Ranges {
  readonly state: 'none' | 'drawing' | 'ready' | 'failed';
  readonly progress: number;
  readonly message: string | null;
  readonly draws: number | null;
  readonly months: readonly string[];
  readonly range: MeasureRange | null;
}
