import type { CountedRule } from './extract/rule-tally';
import type { ExtractFlows } from './flows/extract-flows';
import type { ListReconciliation } from './flows/list-reconciliation';
import type { TurnoverFigure } from './flows/turnover-measures';
import type { EsrFileRole, FoundEsrColumn } from './reading/column-positions';
import type { DataIssue } from './reading/issues';
import type { UnmappedValue } from './reading/unmapped-values';

/** One file of an import, as it was read. */
export interface EsrFileReport {
  readonly role: EsrFileRole;
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx';
  readonly sha256: string;
  readonly byteCount: number;
  readonly rowsRead: number;
  readonly columns: readonly FoundEsrColumn[];
  /** Personal columns that were dropped as they were read. */
  readonly personalColumns: readonly string[];
  readonly columnsNotUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
}

/** What one extract comes to. */
export interface EsrPosition {
  readonly asAt: string;
  readonly assignments: number;
  /** People in the counted workforce, and contracted WTE. */
  readonly headcount: number;
  readonly fte: number;
  /** Of those, by staff group. */
  readonly byGroup: readonly {
    readonly staffGroupCode: string;
    readonly headcount: number;
    readonly fte: number;
  }[];
  readonly rules: readonly CountedRule[];
  readonly unmapped: readonly UnmappedValue[];
  readonly issues: readonly DataIssue[];
}

/** Leavers of the leavers list (or with a termination date in the extract) by what is said of them. */
export interface LeaverReasons {
  readonly byCause: readonly { readonly cause: string; readonly people: number }[];
  readonly byPlace: readonly { readonly place: string; readonly people: number }[];
}

/** What changed from the earlier extract to this one. */
export interface EsrChange {
  readonly earlierAsAt: string;
  /** Months between the two extracts: rates are of that time, not of a year. */
  readonly months: number;
  readonly flows: ExtractFlows;
  /** Of the time between the two extracts. */
  readonly turnover: readonly TurnoverFigure[];
  readonly leaverReasons: LeaverReasons;
  readonly reconciliation: readonly ListReconciliation[];
}

/** The data-quality report of an ESR import: aggregates only, nothing that says who. */
export interface EsrReport {
  readonly id: string;
  readonly organisationId: string;
  readonly asAt: string;
  /** Of the files' content, the days and everything they were read by. */
  readonly sha256: string;
  readonly mappingVersion: number;
  /** The same content was imported before: nothing was changed. */
  readonly alreadyImported: boolean;
  readonly files: readonly EsrFileReport[];
  readonly position: EsrPosition;
  readonly earlierPosition: EsrPosition | null;
  readonly change: EsrChange | null;
  /** Why the extract cannot serve as a baseline yet; empty when it can. */
  readonly blockedBy: readonly string[];
  /** What the totals cover. */
  readonly coverage: string;
}

/** A report with who imported the extract, and when. */
export interface ListedEsrReport extends EsrReport {
  /** ISO 8601. */
  readonly importedAt: string;
  /** Null for the command line. */
  readonly importedBy: string | null;
}
