import type { Accuracy } from './accuracy';
import type { MethodName } from './methods';
import type { ResidualClass } from '../calibration/residual-growth-error';

/** What a backtest found: typed for screens, printed by the command, the same as its JSON. */
export interface BacktestReport {
  readonly schema: 'wholetime.backtest-report/1';
  /** Last month that was known, `YYYY-MM`. */
  readonly trainTo: string;
  /** Months projected. */
  readonly horizon: number;
  /** Codes of the systems that were scored; null for all. */
  readonly systems: readonly string[] | null;
  readonly methods: readonly MethodName[];
  readonly excluded: readonly Exclusion[];
  /** Organisations that were joined with their predecessors. */
  readonly restated: readonly { readonly code: string; readonly members: readonly string[] }[];
  /** At the last horizon; null where no cell could be scored. */
  readonly overall: Accuracy | null;
  readonly byHorizon: readonly (Accuracy & { readonly months: number })[];
  /** These at the last horizon. */
  readonly bySizeClass: readonly LabelledAccuracy[];
  readonly byStaffGroup: readonly LabelledAccuracy[];
  readonly byOrganisationType: readonly LabelledAccuracy[];
  readonly band: BandBasis;
}

export interface LabelledAccuracy extends Accuracy {
  readonly key: string;
  readonly label: string;
}

/** Cells known at the month of calibration that were not scored at the last horizon. */
export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly organisations: number;
  readonly cells: number;
  /** FTE in the month of calibration. */
  readonly fte: number;
}

export type ExclusionReason = 'transfer-in-window' | 'not-published-at-the-end' | 'withheld-at-the-end';

/** What the engine's 80 % band was made of. */
export interface BandBasis {
  readonly share: number;
  /** Residual growth error, estimated without the months projected. */
  readonly residual: readonly ResidualClass[];
  /** How many errors of organisations' cells and of national groups stand behind it. */
  readonly cellErrors: number;
  readonly nationalErrors: number;
}

/** England's series by staff group from one origin or many. */
export interface NationalBacktestReport {
  readonly schema: 'wholetime.national-backtest-report/1';
  readonly origins: readonly string[];
  readonly horizon: number;
  readonly methods: readonly MethodName[];
  readonly byHorizon: readonly (Accuracy & { readonly months: number })[];
  readonly byStaffGroup: readonly (LabelledAccuracy & { readonly months: number })[];
  /** Projection and outcome of each group at whole years, where there is one origin. */
  readonly paths: readonly NationalPath[];
}

export interface NationalPath {
  readonly staffGroup: string;
  readonly label: string;
  /** FTE in the month of calibration. */
  readonly opening: number;
  readonly points: readonly NationalPoint[];
}

export interface NationalPoint {
  readonly month: string;
  readonly projected: number;
  /** Ends of the 80 % band. */
  readonly low: number;
  readonly high: number;
  /** Null where it was not published. */
  readonly actual: number | null;
}
