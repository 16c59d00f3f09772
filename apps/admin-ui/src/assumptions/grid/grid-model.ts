import type { ParameterDefinition } from '#modules/registry';
import { cellKey, type CellAddress } from '../../api/queries';
import type { AssumptionGridData, Cell, GridStaffGroup } from '../../api/types';
import type { Block, PlacedText } from './clipboard-block';
import { contentOfCell, contentOfText, textOfContent, type CellContent } from './cell-content';
import type { Draft } from './draft';
import type { EditBook, Entry } from './edit-book';
import { rectangleOf, type Extent, type Position, type Selection } from './selection';

/** One cell of the grid: where it is, what is saved, what is entered. */
export interface CellView {
  readonly key: string;
  readonly address: CellAddress;
  readonly cell: Cell;
  readonly draft: Draft | null;
}

/** One staff group of the grid. */
export interface RowView {
  readonly staffGroup: GridStaffGroup;
  readonly cells: readonly CellView[];
}

/** The grid as it is shown: what the server told, under what is entered. */
export interface GridView {
  readonly definition: ParameterDefinition;
  readonly years: AssumptionGridData['years'];
  readonly rows: readonly RowView[];
  readonly extent: Extent;
  readonly canEdit: boolean;
}

/** Lays the entries of a book over a grid. */
export function gridView(grid: AssumptionGridData, book: EditBook): GridView {
  const parameter = grid.parameter.key;
  const rows = grid.rows.map(({ staffGroup, cells }) => ({
    staffGroup,
    cells: cells.map((cell) => {
      const address = { parameter, staffGroup: staffGroup.code, year: cell.year };
      const key = cellKey(address);
      return { key, address, cell: book.known.get(key) ?? cell, draft: book.drafts.get(key) ?? null };
    }),
  }));
  return {
    definition: grid.parameter,
    years: grid.years,
    rows,
    extent: { rows: rows.length, columns: grid.years.length },
    canEdit: grid.canEdit,
  };
}

/** The cell at a position; null outside the grid. */
export function cellAt(view: GridView, { row, column }: Position): CellView | null {
  return view.rows[row]?.cells[column] ?? null;
}

/** The position of a staff group and year; null where the grid doesn't have it. */
export function positionOf(view: GridView, staffGroup: string, year: number): Position | null {
  const row = view.rows.findIndex((candidate) => candidate.staffGroup.code === staffGroup);
  const column = view.years.findIndex((candidate) => candidate.year === year);
  return row < 0 || column < 0 ? null : { row, column };
}

/** What a cell holds of its own, entered or saved. */
export function contentOf({ cell, draft }: CellView): CellContent {
  return draft === null ? contentOfCell(cell) : draft.content;
}

/** A cell's text for editing and copying. */
export function textOf(view: GridView, shown: CellView): string {
  return textOfContent(contentOf(shown), shown.cell, view.definition);
}

/** The texts of a selection, row by row. */
export function blockOf(view: GridView, selection: Selection): Block {
  const { top, left, bottom, right } = rectangleOf(selection);
  return view.rows
    .slice(top, bottom + 1)
    .map((row) => row.cells.slice(left, right + 1).map((shown) => textOf(view, shown)));
}

/** The entries that placed texts make. A text that stands in its cell already changes nothing there. */
export function entriesOf(view: GridView, texts: readonly PlacedText[]): Entry[] {
  return texts.flatMap(({ position, text }) => {
    const shown = cellAt(view, position);
    if (shown === null || text === textOf(view, shown)) return [];
    return [{ address: shown.address, content: contentOfText(text, view.definition) }];
  });
}

/** How many of the entries can't be read. */
export function countUnreadable(entries: readonly Entry[]): number {
  return entries.filter(({ content }) => content.kind === 'unreadable').length;
}
