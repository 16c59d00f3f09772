import { type Layout, toModelOrder } from './layout';
import { EXIT_CAUSES, JOINER_SOURCES } from './model';
import type { EngineGroup, EngineGroupOutput, EngineOptions } from './model';
import { type GroupStock, type GroupStocks, sumOf } from './state';

/** The output of a group while it is being filled. */
export interface GroupLedger extends EngineGroupOutput {
  readonly headcountCells: Float64Array[];
  readonly fteCells: Float64Array[];
}

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

/** Reports the stock of a group after `months` months. */
export function recordStock(ledger: GroupLedger, stock: GroupStock, months: number): void {
  ledger.headcount[months] = sumOf(stock.headcountByBand);
  ledger.fte[months] = sumOf(stock.fteByBand);
}

/** Keeps the cells of a group after `months` months if they are asked for. */
export function recordCells(
  ledger: GroupLedger,
  stock: GroupStock,
  months: number,
  options: EngineOptions,
  layout: Layout,
): void {
  if (options.cellMonths.includes(months)) {
    ledger.headcountCells.push(toModelOrder(stock.headcount, layout));
    ledger.fteCells.push(toModelOrder(stock.fte, layout));
  }
}

/**
 * Absence and cost of a month act on the mean of opening and closing stock. Available FTE is
 * `mean FTE x (1 - absence)`; a cost line is the sum over bands of pounds per FTE and per head.
 */
export function recordMeans(
  ledger: GroupLedger,
  source: EngineGroup,
  stocks: GroupStocks,
  month: number,
): void {
  const meanFte = ((ledger.fte[month] as number) + (ledger.fte[month + 1] as number)) / 2;
  ledger.availableFte[month + 1] = meanFte * (1 - (source.absence[month] as number));
  const { opening, closing } = stocks;
  const bands = opening.fteByBand.length;
  for (let line = 0; line < source.costs.length; line += 1) {
    const { poundsPerFte, poundsPerHead } = source.costs[line] as EngineGroup['costs'][number];
    let pounds = 0;
    for (let band = 0; band < bands; band += 1) {
      const fte = (opening.fteByBand[band] as number) + (closing.fteByBand[band] as number);
      const people = (opening.headcountByBand[band] as number) + (closing.headcountByBand[band] as number);
      const rate = month * bands + band;
      pounds += 0.5 * (fte * (poundsPerFte[rate] as number) + people * (poundsPerHead[rate] as number));
    }
    (ledger.costs[line] as Float64Array)[month] = pounds;
  }
}
