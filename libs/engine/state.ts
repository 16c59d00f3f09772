import { type Layout, forEachCell } from './layout';
import type { EngineGroup } from './model';

/** People and FTE of a group, as pairs: neither is recomputed from the other. */
export interface GroupStock {
  /** By cell, in the order in memory. */
  readonly cells: Float64Array;
  /** Sums by band. */
  readonly byBand: Float64Array;
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
  return { cells: new Float64Array(layout.groupSize), byBand: new Float64Array(layout.rowSize) };
}

export function workingStocks(layout: Layout): WorkingStocks {
  return { survivors: emptyStock(layout), inflow: emptyStock(layout) };
}

/** The stocks of a group before the first month of a valid input. */
export function openingStocks(group: EngineGroup, layout: Layout, working: WorkingStocks): GroupStocks {
  const opening = emptyStock(layout);
  fillCells(opening.cells, group, layout);
  sumByBand(opening);
  return { opening, closing: emptyStock(layout), survivors: working.survivors, inflow: working.inflow };
}

/** Puts the opening people and FTE of a group into the order in memory. */
export function fillCells(cells: Float64Array, group: EngineGroup, layout: Layout): void {
  forEachCell(layout, (cell, place) => {
    cells[place] = group.headcount[cell] as number;
    cells[place + 1] = group.fte[cell] as number;
  });
}

/** Brings the sums by band up to date with the cells. */
export function sumByBand({ cells, byBand }: GroupStock): void {
  byBand.fill(0);
  for (let row = 0; row < cells.length; row += byBand.length) {
    for (let column = 0; column < byBand.length; column += 1) {
      byBand[column] = (byBand[column] as number) + (cells[row + column] as number);
    }
  }
}
