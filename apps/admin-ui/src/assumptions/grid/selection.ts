/** A cell's place in the grid; both count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle from where it began to the cell that has the focus. */
export interface Selection {
  readonly anchor: Position;
  readonly focus: Position;
}

/** The grid's size in cells. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle by its edges, all inclusive. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A key press as far as moving goes; `jump` is Ctrl (Command on a Mac). */
export interface Press {
  readonly key: string;
  readonly extend: boolean;
  readonly jump: boolean;
}

/** Rows that Page Up and Page Down move. */
const PAGE = 10;

/** A selection of one cell. */
export function select(position: Position): Selection {
  return { anchor: position, focus: position };
}

/** The selection's edges. */
export function rectangleOf({ anchor, focus }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

/** Every cell of the selection, row by row. */
export function positionsIn(selection: Selection): Position[] {
  const { top, left, bottom, right } = rectangleOf(selection);
  const positions: Position[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) positions.push({ row, column });
  }
  return positions;
}

function within(position: Position, { rows, columns }: Extent): Position {
  return {
    row: Math.min(Math.max(position.row, 0), rows - 1),
    column: Math.min(Math.max(position.column, 0), columns - 1),
  };
}

/** Keeps a selection inside a grid that has changed its size. */
export function clampSelection(selection: Selection, extent: Extent): Selection {
  return { anchor: within(selection.anchor, extent), focus: within(selection.focus, extent) };
}

type Move = (from: Position, jump: boolean, last: Position) => Position;

/**
 * The rectangle that a fill handle dragged to a position covers: the selection, made longer in the one
 * direction in which the position lies farther away.
 */
export function fillTarget(selection: Selection, { row, column }: Position): Rectangle {
  const source = rectangleOf(selection);
  const down = Math.max(row - source.bottom, source.top - row, 0);
  const across = Math.max(column - source.right, source.left - column, 0);
  return down >= across
    ? { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
    : { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
}

/** Where each key leads; places outside the grid are brought back to its edge. */
const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }, jump) => ({ row: jump ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, jump, last) => ({ row: jump ? last.row : row + 1, column }),
  ArrowLeft: ({ row, column }, jump) => ({ row, column: jump ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, jump, last) => ({ row, column: jump ? last.column : column + 1 }),
  Home: ({ row }, jump) => ({ row: jump ? 0 : row, column: 0 }),
  End: ({ row }, jump, last) => ({ row: jump ? last.row : row, column: last.column }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
};

/** The selection after a key press, or null where the key doesn't move it. */
export function moveSelection(selection: Selection, press: Press, extent: Extent): Selection | null {
  const move = MOVES[press.key];
  if (move === undefined) return null;
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const focus = within(move(selection.focus, press.jump, last), extent);
  return press.extend ? { anchor: selection.anchor, focus } : select(focus);
}
