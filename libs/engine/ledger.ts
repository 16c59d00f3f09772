import { type Layout, forEachCell } from './layout';
import { EXIT_CAUSES, JOINER_SOURCES } from './model';
import type { CostLine, EngineGroup, EngineGroupOutput, EngineOptions } from './model';
import type { GroupStock, GroupStocks } from './state';

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
export function recordStock(ledger: GroupLedger, { byBand }: GroupStock, months: number): void {
  let people = 0;
  let fte = 0;
  for (let column = 0; column < byBand.length; column += 2) {
    people += byBand[column] as number;
    fte += byBand[column + 1] as number;
  }
  ledger.headcount[months] = people;
  ledger.fte[months] = fte;
}

/** Keeps the cells of a group after `months` months if they are asked for. */
export function recordCells(
  ledger: GroupLedger,
  stock: GroupStock,
  months: number,
  options: EngineOptions,
  layout: Layout,
): void {
  if (!options.cellMonths.includes(months)) {
    return;
  }
  const headcount = new Float64Array(layout.groupSize / 2);
  const fte = new Float64Array(layout.groupSize / 2);
  forEachCell(layout, (cell, place) => {
    headcount[cell] = stock.cells[place] as number;
    fte[cell] = stock.cells[place + 1] as number;
  });
  ledger.headcountCells.push(headcount);
  ledger.fteCells.push(fte);
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
  for (let line = 0; line < source.costs.length; line += 1) {
    const cost = source.costs[line] as CostLine;
    (ledger.costs[line] as Float64Array)[month] = poundsOfMonth(cost, stocks, month);
  }
}

function poundsOfMonth(
  { poundsPerFte, poundsPerHead, rowOfMonth }: CostLine,
  stocks: GroupStocks,
  month: number,
): number {
  const opening = stocks.opening.byBand;
  const closing = stocks.closing.byBand;
  const bands = opening.length / 2;
  let rate = (rowOfMonth?.[month] ?? month) * bands;
  let pounds = 0;
  for (let column = 0; column < opening.length; column += 2) {
    const people = (opening[column] as number) + (closing[column] as number);
    const fte = (opening[column + 1] as number) + (closing[column + 1] as number);
    pounds += 0.5 * (fte * (poundsPerFte[rate] as number) + people * (poundsPerHead[rate] as number));
    rate += 1;
  }
  return pounds;
}
