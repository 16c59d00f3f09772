import { type Layout, toMemoryOrder } from './layout';
import type { EngineGroup } from './model';

/** People and FTE of every cell of a group, in the order in memory, with their sums by band. */
export interface GroupStock {
  /** Both measures, one after the other: what `headcount` and `fte` are views of. */
  readonly both: Float64Array;
  readonly headcount: Float64Array;
  readonly fte: Float64Array;
  readonly headcountByBand: Float64Array;
  readonly fteByBand: Float64Array;
}

/** Working stocks of a month; groups that are never in hand together may share them. */
export interface WorkingStocks {
  /** After exits and ageing, before moves. */
  readonly survivors: GroupStock;
  /** Moves in, and joiners net of their own exits; empty at the start of each month. */
  readonly inflow: GroupStock;
}

/** The stocks of a group in the month in hand. Opening and closing change places from month to month. */
export interface GroupStocks extends WorkingStocks {
  opening: GroupStock;
  closing: GroupStock;
}

function emptyStock(layout: Layout): GroupStock {
  const { groupCells } = layout;
  const both = new Float64Array(2 * groupCells);
  return {
    both,
    headcount: both.subarray(0, groupCells),
    fte: both.subarray(groupCells),
    headcountByBand: new Float64Array(layout.bands),
    fteByBand: new Float64Array(layout.bands),
  };
}

export function workingStocks(layout: Layout): WorkingStocks {
  return { survivors: emptyStock(layout), inflow: emptyStock(layout) };
}

/** The stocks of a group before the first month of a valid input. */
export function openingStocks(group: EngineGroup, layout: Layout, working: WorkingStocks): GroupStocks {
  const opening = emptyStock(layout);
  toMemoryOrder(group.headcount, opening.headcount, layout);
  toMemoryOrder(group.fte, opening.fte, layout);
  sumByBand(opening.headcount, opening.headcountByBand);
  sumByBand(opening.fte, opening.fteByBand);
  const { survivors, inflow } = working;
  return { opening, closing: emptyStock(layout), survivors, inflow };
}

/** Sums cells in the order in memory by band. */
export function sumByBand(cells: Float64Array, sums: Float64Array): void {
  const bands = sums.length;
  sums.fill(0);
  for (let row = 0; row < cells.length; row += bands) {
    for (let band = 0; band < bands; band += 1) {
      sums[band] = (sums[band] as number) + (cells[row + band] as number);
    }
  }
}

export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += values[index] as number;
  }
  return sum;
}
