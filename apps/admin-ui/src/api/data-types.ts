/** A published file that was read: what was kept, and what the data are like. */
export interface ImportReport {
  readonly id: string;
  readonly fileName: string;
  readonly kind: string;
  readonly sha256: string;
  readonly alreadyImported: boolean;
  readonly byteCount: number;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly notKept: readonly {
    readonly reason: string;
    readonly count: number;
    readonly examples: readonly { readonly line: number; readonly message: string }[];
  }[];
  readonly valuesWritten: number;
  readonly valuesReplaced: number;
  readonly suppressedCells: number;
  readonly zerosInferred: number;
  readonly labelsHarmonised: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
  readonly organisationsAdded: readonly { readonly code: string; readonly name: string }[];
  readonly jumps: readonly {
    readonly organisation: { readonly code: string; readonly name: string };
    readonly month: string;
    readonly change: number;
    readonly explanation: string | null;
  }[];
  readonly months: readonly string[];
  readonly measures: readonly string[];
}

export interface ListedImport extends ImportReport {
  readonly importedAt: string;
  readonly importedBy: string | null;
}

export interface BaselineOption {
  readonly origin: 'esr-extract' | 'published-files';
  readonly asAt: string;
}
