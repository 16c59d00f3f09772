import type { ProjectionInput } from '../projection/projection-input';
import type { ProjectionOutput } from '../projection/projection-output';
import type { PlanningModule } from '../registry/parameter-definition';

/** Unit of a figure; screens format by it (WTE for `fte`, percent for `share`, financial years). */
export type ReportUnit =
  | 'text'
  | 'month'
  | 'financial-year'
  | 'headcount'
  | 'fte'
  | 'share'
  | 'points'
  | 'ratio'
  | 'pounds'
  | 'months'
  | 'number';

/** A key figure; null where it has no value, and the note says why. */
export interface ReportFigure {
  readonly key: string;
  readonly label: string;
  readonly unit: ReportUnit;
  readonly value: number | null;
  readonly note?: string;
}

export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: ReportUnit;
}

/** Rows keyed by the columns' keys; null where a cell has no value. Financial years are their first year. */
export interface ReportTable {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** What a planning module says about one projection, in its own terms: the shape that every module shares. */
export interface ModuleReport {
  readonly module: PlanningModule;
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  /** What a planner must know about the figures. */
  readonly notes: readonly string[];
}

/** A projection as a report reads it: its complete input and its result. */
export interface ReportQuestion {
  readonly input: ProjectionInput;
  readonly output: ProjectionOutput;
}

/** A module's report of one projection. Pure: the same projection gives the same report. */
export type ReportModule = (question: ReportQuestion) => ModuleReport;
