import { arrangeRows, type RowArrangement } from '#modules/report-layout';
import type { CellView, GridView, RowView } from './grid-model';
import { isProposed, isUnfounded } from './cell-content';
import { contentOf } from './grid-model';
import { needsAttention } from './draft';

/** Which rows are shown. */
export type RowsShown = 'all' | 'entered' | 'attention' | 'unfounded' | 'proposed';

/** How the rows of a grid are chosen and ordered. */
export type Arrangement = RowArrangement<RowsShown>;

export const AS_IT_COMES: Arrangement = { find: '', show: 'all', sort: null };

function holds(row: RowView, test: (cell: CellView) => boolean): boolean {
  return row.cells.some((cell) => cell !== null && test(cell));
}

function isShown(row: RowView, show: RowsShown): boolean {
  if (show === 'entered') return holds(row, (cell) => contentOf(cell).kind !== 'inherited');
  if (show === 'attention') return holds(row, ({ draft }) => draft !== null && needsAttention(draft));
  if (show === 'unfounded') return holds(row, (cell) => isUnfounded(contentOf(cell)));
  if (show === 'proposed') return holds(row, (cell) => isProposed(contentOf(cell)));
  return true;
}

/**
 * The grid with the rows that are asked for, in the order that is asked for. Saved values decide the order,
 * so that a row doesn't run away while it is edited.
 */
export function arrangedGrid(view: GridView, arrangement: Arrangement): GridView {
  if (arrangement === AS_IT_COMES) return view;
  const blocks = new Map(view.parameters.map(({ key }, place) => [key, place]));
  const rows = arrangeRows(view.rows, arrangement, {
    nameOf: ({ staffGroup, definition }) => `${staffGroup.name} ${definition.label}`,
    isShown,
    blockOf: ({ definition }) => blocks.get(definition.key) ?? 0,
    valueOf: (row, year) => row.cells.find((cell) => cell?.address.year === year)?.cell.value ?? null,
  });
  return { ...view, rows, extent: { ...view.extent, rows: rows.length } };
}
