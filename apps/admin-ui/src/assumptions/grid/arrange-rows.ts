import type { CellView, GridView, RowView } from './grid-model';
import { contentOf } from './grid-model';
import { needsAttention } from './draft';

/** Which rows are shown. */
export type RowsShown = 'all' | 'entered' | 'attention';

/** How the rows of a grid are chosen and ordered. */
export interface Arrangement {
  /** Words that the staff group's or the parameter's name must contain; empty for all. */
  readonly find: string;
  readonly show: RowsShown;
  /** Year by whose value rows are ordered within their parameter; null for the order of the tree. */
  readonly sort: { readonly year: number; readonly direction: 'ascending' | 'descending' } | null;
}

export const AS_IT_COMES: Arrangement = { find: '', show: 'all', sort: null };

function holds(row: RowView, test: (cell: CellView) => boolean): boolean {
  return row.cells.some((cell) => cell !== null && test(cell));
}

function isShown(row: RowView, { find, show }: Arrangement): boolean {
  const name = `${row.staffGroup.name} ${row.definition.label}`.toLowerCase();
  if (!name.includes(find.trim().toLowerCase())) return false;
  if (show === 'entered') return holds(row, (cell) => contentOf(cell).kind !== 'inherited');
  if (show === 'attention') return holds(row, ({ draft }) => draft !== null && needsAttention(draft));
  return true;
}

/** Saved values decide the order, so that a row doesn't run away while it is edited. */
function sorted(view: GridView, rows: readonly RowView[], sort: Arrangement['sort']): readonly RowView[] {
  const column = view.years.findIndex(({ year }) => year === sort?.year);
  if (sort === null || column < 0) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const places = new Map(view.parameters.map(({ key }, place) => [key, place]));
  const placeOf = (row: RowView) => places.get(row.definition.key) ?? 0;
  const valueOf = (row: RowView) => row.cells[column]?.cell.value ?? 0;
  return [...rows].sort(
    (left, right) => placeOf(left) - placeOf(right) || sign * (valueOf(left) - valueOf(right)),
  );
}

/** The grid with the rows that are asked for, in the order that is asked for. */
export function arrangeRows(view: GridView, arrangement: Arrangement): GridView {
  if (arrangement === AS_IT_COMES) return view;
  const shown = view.rows.filter((row) => isShown(row, arrangement));
  const rows = sorted(view, shown, arrangement.sort);
  return { ...view, rows, extent: { ...view.extent, rows: rows.length } };
}
