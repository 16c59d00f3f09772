/** The published files that can be imported, recognised by their header. */
export const IMPORT_KINDS = [
  'sickness-absence-benchmarking',
  'turnover-benchmarking',
  'england-workforce-statistics',
  'ethnicity-by-band',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What an import did, and what the data are like. Kept with the file; shown to whoever imports it. */
export interface ImportReport {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly sha256: string;
  /** The same bytes were imported before: nothing was changed, the rest is the report of that time. */
  readonly alreadyImported: boolean;
  readonly byteCount: number;
  /** Rows below the header. */
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly notKept: readonly RowsNotKept[];
  /** Monthly values (or profile cells) written, suppressed ones and inferred zeros included. */
  readonly valuesWritten: number;
  /** Of those, values that took the place of one from an earlier file. */
  readonly valuesReplaced: number;
  /** Rows that hold a figure withheld by the publisher: kept as suppressed, never as zero. */
  readonly suppressedCells: number;
  /** Zeros that a file states by leaving a row out (turnover: no joiners, no leavers). */
  readonly zerosInferred: number;
  readonly labelsHarmonised: readonly HarmonisedLabel[];
  /** Organisations that the reference did not know, created from the rows' own names. */
  readonly organisationsAdded: readonly { readonly code: string; readonly name: string }[];
  readonly jumps: readonly Jump[];
  /** `YYYY-MM`, ascending. */
  readonly months: readonly string[];
  readonly measures: readonly string[];
}

/** A report with who imported the file, and when. */
export interface ListedImport extends ImportReport {
  /** ISO 8601. */
  readonly importedAt: string;
  /** Null for the command line. */
  readonly importedBy: string | null;
}

export interface RowsNotKept {
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly { readonly line: number; readonly message: string }[];
}

/** A published label and the staff group it was read as. */
export interface HarmonisedLabel {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A change of all staff by more than 5 % from one month to the next. */
export interface Jump {
  readonly organisation: { readonly code: string; readonly name: string };
  /** The later month, `YYYY-MM`. */
  readonly month: string;
  /** As a share of the earlier month. */
  readonly change: number;
  /** The succession that explains it; null when none does. */
  readonly explanation: string | null;
}
