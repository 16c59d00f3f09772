import type { ParameterDefinition } from '#modules/registry';
import { cellKey, type CellAddress } from '../../api/queries';
import type { AssumptionGridData, Cell, GridSet, GridStaffGroup } from '../../api/types';
import type { Block, PlacedText } from './clipboard-block';
import { contentOfCell, contentOfText, textOfContent, type CellContent } from './cell-content';
import type { Draft } from './draft';
import type { EditBook, Entry } from './edit-book';
import { rectangleOf, type Extent, type Position, type Selection } from './selection';

/** One cell of the grid: where it is, what is saved, what is entered. */
export interface CellView {
  readonly key: string;
  readonly address: CellAddress;
  readonly definition: ParameterDefinition;
  readonly cell: Cell;
  readonly draft: Draft | null;
}

/** One staff group of one parameter. A parameter with one value for all years has it in the first column. */
export interface RowView {
  readonly key: string;
  readonly definition: ParameterDefinition;
  readonly staffGroup: GridStaffGroup;
  readonly cells: readonly (CellView | null)[];
}

/** The grid as it is shown: what the server told, under what is entered. */
export interface GridView {
  /** One parameter, or several of them one below the other. */
  readonly parameters: readonly ParameterDefinition[];
  readonly years: AssumptionGridData['years'];
  readonly rows: readonly RowView[];
  readonly extent: Extent;
  readonly canEdit: boolean;
}

/** A grid of one parameter as a set of one. */
export function gridSetOf({ parameter, rows, ...rest }: AssumptionGridData): GridSet {
  return { ...rest, grids: [{ parameter, rows }] };
}

/** Several modules' grids of one unit, one below the other. */
export function joinGridSets(sets: readonly GridSet[]): GridSet | undefined {
  const [first] = sets;
  return first === undefined ? undefined : { ...first, grids: sets.flatMap(({ grids }) => grids) };
}

/** A row without what is entered; made once for an answer of the server. */
interface BareRow extends Omit<RowView, 'cells'> {
  readonly cells: readonly (Omit<CellView, 'draft'> | null)[];
}

function bareRows({ grids, years }: GridSet): readonly BareRow[] {
  return grids.flatMap(({ parameter, rows }) =>
    rows.map(({ staffGroup, cells }) => ({
      key: `${parameter.key}|${staffGroup.code}`,
      definition: parameter,
      staffGroup,
      cells: years.map(({ year }) => {
        const cell = cells.find((candidate) => candidate.year === year);
        if (cell === undefined) return null;
        const address = { parameter: parameter.key, staffGroup: staffGroup.code, year };
        return { key: cellKey(address), address, definition: parameter, cell };
      }),
    })),
  );
}

function layRow(bare: BareRow, book: EditBook, last: RowView | undefined): RowView {
  let isSame = last !== undefined;
  const cells = bare.cells.map((cell, column) => {
    if (cell === null) return null;
    const saved = book.known.get(cell.key) ?? cell.cell;
    const draft = book.drafts.get(cell.key) ?? null;
    const shown = last?.cells[column];
    if (shown?.cell === saved && shown.draft === draft) return shown;
    isSame = false;
    return { ...cell, cell: saved, draft };
  });
  return isSame && last !== undefined ? last : { ...bare, cells };
}

/**
 * Lays the entries of a book over a grid. Rows that did not change since the last time are the same
 * objects, so that a screen of thousands of cells redraws only those that did.
 */
export function gridLayer(): (set: GridSet, book: EditBook) => GridView {
  let source: GridSet | undefined;
  let bare: readonly BareRow[] = [];
  let last: ReadonlyMap<string, RowView> = new Map();
  return (set, book) => {
    if (set !== source) bare = bareRows(set);
    source = set;
    const rows = bare.map((row) => layRow(row, book, last.get(row.key)));
    last = new Map(rows.map((row) => [row.key, row]));
    return {
      parameters: set.grids.map(({ parameter }) => parameter),
      years: set.years,
      rows,
      extent: { rows: rows.length, columns: set.years.length },
      canEdit: set.canEdit,
    };
  };
}

/** The cell at a position; null outside the grid, and where a parameter has no value of that year. */
export function cellAt(view: GridView, { row, column }: Position): CellView | null {
  return view.rows[row]?.cells[column] ?? null;
}

/** The position of a cell; null where the grid doesn't show it. */
export function positionOf(
  view: GridView,
  { parameter, staffGroup, year }: { parameter: string | null; staffGroup: string; year: number },
): Position | null {
  const row = view.rows.findIndex(
    (candidate) =>
      candidate.staffGroup.code === staffGroup &&
      (parameter === null || candidate.definition.key === parameter),
  );
  const column = view.years.findIndex((candidate) => candidate.year === year);
  return row < 0 || column < 0 ? null : { row, column };
}

/** What a cell holds of its own, entered or saved. */
export function contentOf({ cell, draft }: CellView): CellContent {
  return draft === null ? contentOfCell(cell) : draft.content;
}

/** A cell's text for editing and copying. */
export function textOf(shown: CellView): string {
  return textOfContent(contentOf(shown), shown.cell, shown.definition);
}

/** The texts of a selection, row by row. */
export function blockOf(view: GridView, selection: Selection): Block {
  const { top, left, bottom, right } = rectangleOf(selection);
  return view.rows
    .slice(top, bottom + 1)
    .map((row) => row.cells.slice(left, right + 1).map((shown) => (shown === null ? '' : textOf(shown))));
}

/** The entries that placed texts make. A text that stands in its cell already changes nothing there. */
export function entriesOf(view: GridView, texts: readonly PlacedText[]): Entry[] {
  return texts.flatMap(({ position, text }) => {
    const shown = cellAt(view, position);
    if (shown === null || text === textOf(shown)) return [];
    return [{ address: shown.address, content: contentOfText(text, shown.definition) }];
  });
}

/** Texts that have a cell to go to, which a year without a value isn't. */
export function textsWithCells(view: GridView, texts: readonly PlacedText[]): readonly PlacedText[] {
  return texts.filter(({ position }) => cellAt(view, position) !== null);
}

/** How many texts have no cell to go to; a blank that has none is no loss. */
export function countLost(view: GridView, texts: readonly PlacedText[]): number {
  return texts.filter(({ position, text }) => text.trim() !== '' && cellAt(view, position) === null).length;
}

/** Texts that stay with the parameter that they were copied from, whose unit they are in. */
export function textsOfSameParameter(
  view: GridView,
  texts: readonly PlacedText[],
  sourceRow: (row: number) => number,
): readonly PlacedText[] {
  return textsWithCells(view, texts).filter(
    ({ position: { row } }) => view.rows[row]?.definition === view.rows[sourceRow(row)]?.definition,
  );
}

/** How many of the entries can't be read. */
export function countUnreadable(entries: readonly Entry[]): number {
  return entries.filter(({ content }) => content.kind === 'unreadable').length;
}
