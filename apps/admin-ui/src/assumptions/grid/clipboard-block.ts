import {
  positionsIn,
  rectangleOf,
  type Extent,
  type Position,
  type Rectangle,
  type Selection,
} from './selection';

/** A rectangle of texts, row by row. */
export type Block = readonly (readonly string[])[];

/** One text and the cell that it goes to. */
export interface PlacedText {
  readonly position: Position;
  readonly text: string;
}

/** Where a block's texts go, and how many of its cells lie outside the grid. */
export interface Placement {
  readonly texts: readonly PlacedText[];
  readonly fallenOff: number;
}

/** The height and width over which a block is laid: the selection, if it holds the block a whole number of times. */
function tiledSize(block: Block, width: number, selection: Selection): { height: number; width: number } {
  const { top, left, bottom, right } = rectangleOf(selection);
  const [height, span] = [bottom - top + 1, right - left + 1];
  const tiles = height % block.length === 0 && span % width === 0;
  return tiles ? { height, width: span } : { height: block.length, width };
}

/** Lays a block at the selection's top left cell; a smaller block is repeated over a larger selection. */
export function placeBlock(block: Block, selection: Selection, extent: Extent): Placement {
  const blockWidth = Math.max(0, ...block.map((row) => row.length));
  if (block.length === 0 || blockWidth === 0) return { texts: [], fallenOff: 0 };
  const { top, left } = rectangleOf(selection);
  const size = tiledSize(block, blockWidth, selection);
  const texts: PlacedText[] = [];
  let fallenOff = 0;
  for (let down = 0; down < size.height; down += 1) {
    for (let across = 0; across < size.width; across += 1) {
      const text = block[down % block.length]?.[across % blockWidth];
      if (text === undefined) continue;
      const position = { row: top + down, column: left + across };
      if (position.row < extent.rows && position.column < extent.columns) texts.push({ position, text });
      else fallenOff += 1;
    }
  }
  return { texts, fallenOff };
}

/** The place of a text in its block, which repeats without end in all four directions. */
const repeated = (offset: number, length: number): number => ((offset % length) + length) % length;

/** The texts that a fill lays over a target around its source: the source repeated in every direction. */
export function tileBlock(block: Block, source: Rectangle, target: Rectangle): readonly PlacedText[] {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const isSource = ({ row, column }: Position) =>
    row >= source.top && row <= source.bottom && column >= source.left && column <= source.right;
  const { top, left, bottom, right } = target;
  const cells = positionsIn({ anchor: { row: top, column: left }, focus: { row: bottom, column: right } });
  return cells
    .filter((position) => !isSource(position))
    .map((position) => {
      const row = block[repeated(position.row - source.top, height)];
      return { position, text: row?.[repeated(position.column - source.left, width)] ?? '' };
    });
}

/** A block as tab-separated text. */
export function blockToText(block: Block): string {
  const quote = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => row.map(quote).join('\t')).join('\r\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A block as an HTML table, which word processors and spreadsheets paste as a table. */
export function blockToHtml(block: Block): string {
  const escape = (text: string) => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  const rows = block.map((row) => `<tr>${row.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}
