/** Which rows are shown, in which order. */
export interface RowArrangement<Shown extends string> {
  /** Words that a row's name must contain; empty for all. */
  readonly find: string;
  readonly show: Shown;
  /** Year by whose value rows are ordered within their block; null for the order in which they come. */
  readonly sort: { readonly year: number; readonly direction: 'ascending' | 'descending' } | null;
}

/** What an arrangement needs to know of a row. */
export interface RowReader<Row, Shown extends string> {
  readonly nameOf: (row: Row) => string;
  readonly isShown: (row: Row, show: Shown) => boolean;
  /** Position of the row's block: rows of different blocks are never mixed. */
  readonly blockOf: (row: Row) => number;
  /** Null where the row has no value of its own in the year. */
  readonly valueOf: (row: Row, year: number) => number | null;
}

/** The rows that are asked for, in the order that is asked for; without a value counts as nought. */
export function arrangeRows<Row, Shown extends string>(
  rows: readonly Row[],
  { find, show, sort }: RowArrangement<Shown>,
  { nameOf, isShown, blockOf, valueOf }: RowReader<Row, Shown>,
): readonly Row[] {
  const words = find.trim().toLowerCase();
  const shown = rows.filter((row) => nameOf(row).toLowerCase().includes(words) && isShown(row, show));
  if (sort === null) return shown;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const value = (row: Row) => valueOf(row, sort.year) ?? 0;
  return shown.sort((left, right) => blockOf(left) - blockOf(right) || sign * (value(left) - value(right)));
}
