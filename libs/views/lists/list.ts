import type { ReportTable, ReportUnit } from '#modules/reporting';

/** A column of a list: what stands in its heading, and the whole value of a row. */
export interface ListColumn<Row> {
  readonly heading: string;
  /** The unit of its figures; text where left out. */
  readonly unit?: ReportUnit;
  readonly value: (row: Row) => string | number | null;
}

/** The columns of a list by their keys, in order: the page and its files share them. */
export type ListColumns<Row> = Readonly<Record<string, ListColumn<Row>>>;

/** A list as a table: one column for each declared, one line for each row. */
export function tableOfList<Row>(
  { key, title }: Pick<ReportTable, 'key' | 'title'>,
  columns: ListColumns<Row>,
  rows: readonly Row[],
): ReportTable {
  const declared = Object.entries(columns);
  return {
    key,
    title,
    columns: declared.map(([column, { heading, unit = 'text' }]) => ({ key: column, label: heading, unit })),
    rows: rows.map((row) => Object.fromEntries(declared.map(([column, { value }]) => [column, value(row)]))),
  };
}

/** Whether any of some texts holds what is looked for, whatever its case. */
export function holds(looked: string, texts: readonly string[]): boolean {
  const wanted = looked.trim().toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}

/** `regionally-agreed` as a reader would write it, for a code without words of its own. */
export function sentenceCase(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An organisation by its name and code. */
export function namedWithCode({ name, code }: { readonly name: string; readonly code: string }): string {
  return `${name} (${code})`;
}
