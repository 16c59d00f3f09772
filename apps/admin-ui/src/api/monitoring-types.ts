/** Figures are whole numbers of a line's smallest unit: divided by its scale they are WTE, pounds or shares. */
export interface Variance {
  readonly plan: number;
  readonly actual: number;
  readonly variance: number;
  readonly parts: Readonly<Record<string, number>>;
}

export interface ComparedLine {
  readonly line: string;
  readonly unit: 'wte' | 'pounds' | 'share';
  readonly scale: number;
  readonly months: readonly {
    readonly month: number;
    readonly variance: Variance | null;
    readonly flag: VarianceFlag;
  }[];
  readonly outturn: Readonly<Record<'plan' | 'forecast' | 'runRate' | 'reforecast', number | null>>;
}

/** A year of an organisation that has a frozen plan. */
export interface MonitoredYear {
  readonly firstYear: number;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly runId: string;
  readonly frozenBy: string;
  readonly frozenAt: string;
}

export type VarianceFlag = 'none' | 'watch' | 'act';

/** A line in the months that are left, as planned and as reforecast; months are places in the year from 0. */
export interface ExpectedLine {
  readonly line: string;
  readonly unit: 'wte' | 'pounds' | 'share';
  readonly scale: number;
  readonly months: readonly {
    readonly month: number;
    readonly plan: number | null;
    readonly expected: number | null;
    readonly difference: number | null;
  }[];
}

/** What a reforecast says of a month, in WTE, pounds, or as a share. */
export interface ExpectedFigure {
  readonly staffGroup: string;
  readonly month: string;
  readonly line: string;
  readonly value: number;
}

/** Shares of the plan to watch and to act from, and the smallest variance in units of the line. */
export interface Threshold {
  readonly watch: number;
  readonly act: number;
  readonly smallest: number;
}

/** A version of why a variance came about and who answers for it. */
export interface VarianceNote {
  readonly staffGroup: string;
  readonly month: string;
  readonly line: string;
  readonly version: number;
  readonly reason: string;
  readonly owner: string;
  readonly author: string;
  readonly at: string;
}

/** A year against its plan, for one staff group or all staff. */
export interface YearComparison {
  readonly year: MonitoredYear;
  readonly months: readonly string[];
  readonly closedMonths: number;
  readonly staffGroup: string;
  readonly staffGroups: readonly {
    readonly code: string;
    readonly flags: Readonly<Record<string, VarianceFlag>>;
  }[];
  readonly lines: readonly ComparedLine[];
  readonly left: readonly ExpectedLine[];
  /** Latest first. */
  readonly reforecasts: readonly {
    readonly version: number;
    readonly reason: string;
    readonly author: string;
    readonly at: string;
  }[];
  readonly expected: readonly ExpectedFigure[];
  readonly thresholds: {
    readonly version: number;
    readonly lines: Readonly<Record<string, Threshold>>;
    readonly author: string | null;
    readonly at: string | null;
  };
  /** The newest version of each first. */
  readonly notes: readonly VarianceNote[];
}

/** What a file of actual figures holds and does. */
export interface ActualsReport {
  readonly fileName: string;
  readonly from: string;
  readonly to: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}
