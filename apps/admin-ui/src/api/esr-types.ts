/** People and WTE. */
export interface EsrStock {
  readonly headcount: number;
  readonly fte: number;
}

export interface EsrFlows {
  readonly opening: EsrStock;
  readonly joiners: EsrStock;
  readonly leavers: EsrStock;
  readonly movedIn: EsrStock;
  readonly movedOut: EsrStock;
  readonly changedHoursFte: number;
  readonly closing: EsrStock;
}

export interface EsrUnmapped {
  readonly field: 'occupation-code' | 'assignment-category' | 'assignment-status';
  /** Null for texts that are no code: they could name someone. */
  readonly value: string | null;
  readonly assignments: number;
  readonly fte: number;
  readonly lines: readonly number[];
}

export interface EsrRule {
  readonly code: string;
  readonly label: string;
  readonly effect: string;
}

export interface EsrPosition {
  readonly asAt: string;
  readonly assignments: number;
  readonly headcount: number;
  readonly fte: number;
  readonly byGroup: readonly (EsrStock & { readonly staffGroupCode: string })[];
  readonly rules: readonly (EsrRule & {
    readonly assignments: number;
    readonly people: number;
    readonly fte: number;
  })[];
  readonly unmapped: readonly EsrUnmapped[];
  readonly issues: readonly {
    readonly rule: string;
    readonly message: string;
    readonly count: number;
    readonly lines: readonly number[];
  }[];
}

interface EsrLine {
  readonly staffGroupCode: string;
  readonly bandCode: string;
}

export interface LowHigh {
  readonly low: number;
  readonly high: number;
}

export interface EsrTurnover {
  readonly measure: string;
  readonly staffGroupCode: string;
  readonly unit: 'headcount' | 'fte';
  readonly leavers: LowHigh;
  readonly denominator: number;
  readonly rate: LowHigh | null;
}

export interface EsrReconciliation {
  readonly list: 'starters' | 'leavers';
  readonly listed: number;
  readonly outsidePeriod: number;
  readonly fromExtracts: number;
  readonly matched: number;
  readonly atBothEnds: number;
  readonly withinPeriod: number;
  readonly listedApart: number;
  readonly fromOrToApart: number;
  readonly listedOnly: number;
  readonly extractsOnly: number;
  readonly residual: number;
}

export interface EsrChange {
  readonly earlierAsAt: string;
  readonly months: number;
  readonly flows: {
    readonly all: EsrFlows;
    readonly byGroup: readonly (EsrFlows & { readonly staffGroupCode: string })[];
    readonly moves: readonly {
      readonly from: EsrLine;
      readonly to: EsrLine;
      readonly headcount: number;
      readonly fteBefore: number;
      readonly fteAfter: number;
    }[];
    readonly rehired: number;
  };
  readonly turnover: readonly EsrTurnover[];
  readonly leaverReasons: {
    readonly byCause: readonly { readonly cause: string; readonly people: number }[];
    readonly byPlace: readonly { readonly place: string; readonly people: number }[];
  };
  readonly reconciliation: readonly EsrReconciliation[];
}

export interface EsrFile {
  readonly role: EsrFileRole;
  readonly fileName: string;
  readonly format: string;
  readonly sha256: string;
  readonly rowsRead: number;
  readonly columns: readonly {
    readonly field: string;
    readonly header: string;
    readonly found: 'saved-mapping' | 'name' | 'alias';
  }[];
  readonly personalColumns: readonly string[];
  readonly columnsNotUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
}

export type EsrFileRole = 'extract' | 'earlier' | 'starters' | 'leavers';

/** What an import of an extract comes to: aggregates only. */
export interface EsrReport {
  readonly id: string;
  readonly organisationId: string;
  readonly asAt: string;
  readonly sha256: string;
  readonly mappingVersion: number;
  readonly alreadyImported: boolean;
  readonly files: readonly EsrFile[];
  readonly position: EsrPosition;
  readonly earlierPosition: EsrPosition | null;
  readonly change: EsrChange | null;
  readonly blockedBy: readonly string[];
  readonly coverage: string;
}

export interface ListedEsrReport extends EsrReport {
  readonly importedAt: string;
  readonly importedBy: string | null;
}

export interface EsrMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly occupationCodes: Readonly<Record<string, string>>;
  readonly payGrades: Readonly<Record<string, string>>;
  readonly rules: readonly {
    readonly code: string;
    readonly field: string;
    readonly patterns: readonly string[];
  }[];
  readonly destinations: Readonly<Record<string, string>>;
}

export interface SavedEsrMapping {
  readonly version: number;
  readonly mapping: EsrMapping;
}

/** What a mapping can name. */
export interface EsrVocabulary {
  readonly columns: readonly {
    readonly field: string;
    readonly name: string;
    readonly use: string;
    readonly aliases: readonly string[];
  }[];
  readonly rules: readonly EsrRule[];
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
  readonly bands: readonly { readonly code: string; readonly name: string }[];
  readonly places: readonly string[];
}
