import type { AssumptionEdit } from './types';

/** One cell that an uploaded workbook would change. */
export interface WorkbookChange extends Pick<AssumptionEdit, 'parameter' | 'staffGroup' | 'year' | 'value'> {
  /** Where it stands in the workbook, for instance `E5`. */
  readonly address: string;
  readonly unreadable: string | null;
  readonly now: number | null;
  readonly changedSince: boolean;
}

/** What an uploaded workbook would change. */
export interface WorkbookDifference {
  readonly changes: readonly WorkbookChange[];
  readonly unchanged: number;
  readonly unknownRows: readonly number[];
}
