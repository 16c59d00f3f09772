/** What marks a workbook as ours, with the version of its layout. */
export const WORKBOOK_FORMAT = 'wholetime.assumptions/1';
/** The sheet that planners work in. */
export const SHEET = 'Assumptions';
/** The sheet, hidden from Excel's menus, that says what each cell held when it was downloaded. */
export const BASE_SHEET = 'Downloaded';
/** Columns before the years: the hidden key, assumption, unit, staff group. */
export const LEADING_COLUMNS = 4;
/** Row of the headings; the values begin in the next. */
export const HEADING_ROW = 1;

/** What a workbook is of. */
export interface WorkbookSubject {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly module: string;
  readonly years: readonly number[];
}

/** A cell as found in an uploaded workbook; a formula counts as the value that it shows. */
export type FoundCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string };

/** One row of an uploaded workbook. */
export interface FoundRow {
  /** `parameter|staff group`. */
  readonly key: string;
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  /** One for each year. */
  readonly cells: readonly FoundCell[];
}

/** What a cell held when the workbook was downloaded. */
export interface DownloadedCell {
  readonly value: number | null;
  readonly version: number;
}

/** A workbook that was read. */
export interface FoundWorkbook {
  readonly subject: WorkbookSubject;
  readonly rows: readonly FoundRow[];
  /** By the key of the row: one for each year, null where the parameter has none. */
  readonly downloaded: Readonly<Record<string, readonly (DownloadedCell | null)[]>>;
}

/** The name of a cell as Excel writes it, `E5`; the first year stands in column E. */
export function cellAddress(row: number, yearIndex: number): string {
  return `${String.fromCharCode('A'.charCodeAt(0) + LEADING_COLUMNS + yearIndex)}${row}`;
}
