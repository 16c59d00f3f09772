export type MonthlyKind = 'ledger' | 'roster';
export type Employment = 'substantive' | 'overtime' | 'bank' | 'agency';

/** WTE, hours and pounds; null where the file says nothing. */
export interface MonthlyFigures {
  readonly budgetedWte: number | null;
  readonly workedWte: number | null;
  readonly contractedWte: number | null;
  readonly hours: number | null;
  readonly budget: number | null;
  readonly actual: number | null;
}

export interface MonthlyLine {
  readonly month: string;
  /** Null for what is not mapped. */
  readonly staffGroup: string | null;
  readonly employment: Employment | null;
  readonly figures: MonthlyFigures;
}

export interface UnmappedSource {
  readonly field: 'cost-centre' | 'subjective-code' | 'staff-group';
  /** Null for the many that are counted together. */
  readonly value: string | null;
  readonly name: string;
  readonly rows: number;
  readonly budgetedWte: number;
  readonly workedWte: number;
  readonly actual: number;
  readonly lines: readonly number[];
}

/** The quality report of a ledger or roster, and what it comes to. */
export interface MonthlyReport {
  readonly id: string;
  readonly kind: MonthlyKind;
  readonly mappingVersion: number;
  readonly alreadyImported: boolean;
  readonly file: {
    readonly fileName: string;
    readonly sha256: string;
    readonly rowsRead: number;
    readonly personalColumns: readonly string[];
    readonly columnsNotUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
  };
  readonly months: readonly string[];
  readonly lines: readonly MonthlyLine[];
  readonly leftOut: { readonly rows: number; readonly workedWte: number; readonly actual: number };
  readonly unmapped: readonly UnmappedSource[];
  readonly issues: readonly {
    readonly rule: string;
    readonly message: string;
    readonly count: number;
    readonly lines: readonly number[];
  }[];
  readonly blockedBy: readonly string[];
  readonly coverage: string;
}

export interface ListedMonthlyReport extends MonthlyReport {
  readonly importedAt: string;
  readonly importedBy: string | null;
}

/** How the files of an employer are read. */
export interface MonthlyMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly costCentres: Readonly<Record<string, string>>;
  readonly subjectiveCodes: Readonly<Record<string, string>>;
  readonly staffGroups: Readonly<Record<string, string>>;
}

export interface SavedMonthlyMapping {
  readonly version: number;
  readonly mapping: MonthlyMapping;
}

export interface MonthlyVocabulary {
  readonly columns: readonly {
    readonly field: string;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
  readonly employments: readonly Employment[];
}
