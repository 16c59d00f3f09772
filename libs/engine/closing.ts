import type { GroupWork } from './group-work';
import { type Place, assertBlock } from './invariants';
import { type AgeTransition, close } from './kernel';
import type { Layout } from './layout';
import type { MonthStocks, StockPair } from './state';
import { sumOf } from './state';

/** Step 8 for a group: closing stock of every cell and the sums of its bands. */
export function closeGroup(
  work: GroupWork,
  stocks: MonthStocks,
  outShare: Float64Array,
  layout: Layout,
): void {
  for (const measure of ['headcount', 'fte'] as const) {
    const closing = stocks.closing[measure];
    const survivors = stocks.survivors[measure].cells;
    const inflow = stocks.inflow[measure].cells;
    for (let band = 0; band < layout.bands; band += 1) {
      const block = work.index * layout.bands + band;
      const target = { cells: closing.cells, base: block * layout.blockCells };
      const entering = { cells: inflow, base: band * layout.blockCells };
      close(target, survivors, 1 - (outShare[block] as number), entering, layout.blockCells);
      closing.byBlock[block] = sumOf(closing.cells, target.base, layout.blockCells);
    }
  }
}

/** Checks every cell of a group against the flows of the month; throws EngineInvariantError. */
export function assertCells(
  work: GroupWork,
  stocks: MonthStocks,
  outShare: Float64Array,
  at: { readonly layout: Layout; readonly month: number },
): void {
  const { layout, month } = at;
  const transitions = { headcount: work.headcountTransition, fte: work.fteTransition };
  for (const measure of ['headcount', 'fte'] as const) {
    const place: Place = { measure: measure === 'fte' ? 'FTE' : measure, group: work.source.code, month };
    for (let band = 0; band < layout.bands; band += 1) {
      const block = work.index * layout.bands + band;
      const flows = {
        opening: stocks.opening[measure].cells,
        closing: stocks.closing[measure].cells,
        base: block * layout.blockCells,
        transition: transitions[measure],
        outShare: outShare[block] as number,
        inflow: { cells: stocks.inflow[measure].cells, base: band * layout.blockCells },
      };
      assertBlock(flows, layout, place, work.index * layout.groupCells);
    }
  }
}
