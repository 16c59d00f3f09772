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
    readonly flag: 'none' | 'watch' | 'act';
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

/** A year against its plan, for one staff group or all staff. */
export interface YearComparison {
  readonly year: MonitoredYear;
  readonly months: readonly string[];
  readonly closedMonths: number;
  readonly staffGroups: readonly { readonly code: string }[];
  readonly lines: readonly ComparedLine[];
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
