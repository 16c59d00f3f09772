import type { Layout } from './layout';
import type { EngineInput } from './model';

/** One measure (people or FTE) of every cell of the organisation, with the sums that each month needs. */
export interface Stock {
  /** Group by group, in the order of the cells. */
  readonly cells: Float64Array;
  /** Sums by block (group and band). */
  readonly byBlock: Float64Array;
}

/** People and FTE are carried side by side; neither is recomputed from the other. */
export interface StockPair {
  readonly headcount: Stock;
  readonly fte: Stock;
}

/** The stocks of a month in hand. Opening and closing change places from month to month. */
export interface MonthStocks {
  readonly opening: StockPair;
  readonly survivors: StockPair;
  readonly closing: StockPair;
  /** What enters the cells of the group in hand: moves in, and joiners net of their own exits. */
  readonly inflow: StockPair;
}

function emptyStocks(cells: number, blocks: number): StockPair {
  const stock = (): Stock => ({ cells: new Float64Array(cells), byBlock: new Float64Array(blocks) });
  return { headcount: stock(), fte: stock() };
}

/** The stocks before the first month of a valid input. */
export function openingStocks(input: EngineInput, layout: Layout): MonthStocks {
  const blocks = layout.groups * layout.bands;
  const all = (): StockPair => emptyStocks(blocks * layout.blockCells, blocks);
  const opening = all();
  input.groups.forEach((group, index) => {
    opening.headcount.cells.set(group.headcount, index * layout.groupCells);
    opening.fte.cells.set(group.fte, index * layout.groupCells);
  });
  for (let block = 0; block < blocks; block += 1) {
    const first = block * layout.blockCells;
    opening.headcount.byBlock[block] = sumOf(opening.headcount.cells, first, layout.blockCells);
    opening.fte.byBlock[block] = sumOf(opening.fte.cells, first, layout.blockCells);
  }
  return { opening, survivors: all(), closing: all(), inflow: emptyStocks(layout.groupCells, layout.bands) };
}

/** Sum over `count` neighbours from `first` on. */
export function sumOf(values: Float64Array, first: number, count: number): number {
  let sum = 0;
  for (let index = first; index < first + count; index += 1) {
    sum += values[index] as number;
  }
  return sum;
}
