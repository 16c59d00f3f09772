import type { MonthlyFte } from '../calibration/recent-growth';

/** Published FTE of organisations and of England by staff group and month: what a backtest looks back on. */
export interface PublishedHistory {
  /** Consecutive months `YYYY-MM` of the organisations' series. */
  readonly months: readonly string[];
  readonly organisations: readonly OrganisationHistory[];
  /** National series by staff group, each with a last month of its own. */
  readonly nation: Readonly<Record<string, MonthlyFte>>;
  /** The leaf staff groups, in the order of reports. */
  readonly staffGroups: readonly HistoryStaffGroup[];
}

export interface HistoryStaffGroup {
  readonly code: string;
  readonly name: string;
  readonly registered: boolean;
  readonly medical: boolean;
}

export interface OrganisationHistory {
  readonly code: string;
  readonly name: string;
  /** Kind of organisation, for instance `acute`: peers in calibration, rows in the report. */
  readonly benchmarkGroup: string;
  /** Code of the health system it belongs to; null where it is in none. */
  readonly system: string | null;
  /** Whether the organisation was published at all, by month. */
  readonly reports: readonly boolean[];
  /**
   * FTE by leaf staff group and month: null where it was withheld or the organisation was not published, 0
   * where the organisation was published without anybody in the group.
   */
  readonly fte: Readonly<Record<string, readonly (number | null)[]>>;
}

/** One organisation taking over from another, or from a part of it. */
export interface OrganisationSuccession {
  readonly predecessor: string;
  readonly successor: string;
  /** First day under the successor, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  /** Only a merger takes over all of the predecessor. */
  readonly kind: string;
}

/** One organisation's staff group. */
export interface Cell {
  readonly organisation: string;
  readonly benchmarkGroup: string;
  readonly staffGroup: string;
}
