import type { Layout } from './layout';
import { EXIT_CAUSES, JOINER_SOURCES } from './model';
import type { EngineGroup, EngineGroupOutput, EngineOptions } from './model';
import { type StockPair, sumOf } from './state';

/** The empty output of a group; the step fills it month by month. */
export function emptyOutput(group: EngineGroup, layout: Layout): GroupLedger {
  const flow = (): Float64Array => new Float64Array(layout.months);
  const stock = (): Float64Array => new Float64Array(layout.months + 1);
  return {
    code: group.code,
    headcount: stock(),
    fte: stock(),
    availableFte: stock(),
    plannedExits: flow(),
    unmetPlannedExits: flow(),
    exits: EXIT_CAUSES.map(flow),
    exitsToSameSystem: flow(),
    exitsToOtherNhs: flow(),
    joiners: JOINER_SOURCES.map(flow),
    movesIn: flow(),
    movesOut: flow(),
    fteExits: flow(),
    fteJoiners: flow(),
    fteMovesIn: flow(),
    fteMovesOut: flow(),
    fteParticipationChange: flow(),
    costs: group.costs.map(flow),
    headcountCells: [],
    fteCells: [],
  };
}

/** The output of a group while it is being filled. */
export interface GroupLedger extends EngineGroupOutput {
  readonly headcountCells: Float64Array[];
  readonly fteCells: Float64Array[];
}

/** Keeps the stock of a group at the end of `month` months, and its cells if they are asked for. */
export function recordStock(
  ledger: GroupLedger,
  group: number,
  stocks: StockPair,
  at: { readonly layout: Layout; readonly month: number; readonly options: EngineOptions },
): void {
  const { layout, month, options } = at;
  ledger.headcount[month] = sumOf(stocks.headcount.byBlock, group * layout.bands, layout.bands);
  ledger.fte[month] = sumOf(stocks.fte.byBlock, group * layout.bands, layout.bands);
  if (options.cellMonths.includes(month)) {
    const first = group * layout.groupCells;
    ledger.headcountCells.push(stocks.headcount.cells.slice(first, first + layout.groupCells));
    ledger.fteCells.push(stocks.fte.cells.slice(first, first + layout.groupCells));
  }
}

/**
 * Absence and cost of a month act on the mean of opening and closing stock. Available FTE is
 * `mean FTE x (1 - absence)`; a cost line is the sum over bands of pounds per FTE and per head.
 */
export function recordMeans(
  ledger: GroupLedger,
  source: EngineGroup,
  stocks: { readonly opening: StockPair; readonly closing: StockPair; readonly firstBlock: number },
  month: number,
): void {
  const meanFte = ((ledger.fte[month] as number) + (ledger.fte[month + 1] as number)) / 2;
  ledger.availableFte[month + 1] = meanFte * (1 - (source.absence[month] as number));
  const { opening, closing, firstBlock } = stocks;
  source.costs.forEach((line, index) => {
    const bands = line.poundsPerFte.length / source.absence.length;
    let pounds = 0;
    for (let band = 0; band < bands; band += 1) {
      const block = firstBlock + band;
      const fte = ((opening.fte.byBlock[block] as number) + (closing.fte.byBlock[block] as number)) / 2;
      const people =
        ((opening.headcount.byBlock[block] as number) + (closing.headcount.byBlock[block] as number)) / 2;
      const rate = month * bands + band;
      pounds += fte * (line.poundsPerFte[rate] as number) + people * (line.poundsPerHead[rate] as number);
    }
    (ledger.costs[index] as Float64Array)[month] = pounds;
  });
}
