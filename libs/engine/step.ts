import { assertCells, closeGroup } from './closing';
import { fteAfterMoves, join, moveIn, moveOut } from './entering';
import type { GroupWork } from './group-work';
import { assertGroup, assertMovesCancel } from './invariants';
import type { Layout } from './layout';
import { leave, reportDestinations } from './leaving';
import { recordMeans, recordStock } from './ledger';
import type { EngineOptions } from './model';
import type { Movement } from './movement';
import type { MonthStocks } from './state';

/** An organisation on its way through the months. */
export interface Course {
  readonly layout: Layout;
  readonly options: EngineOptions;
  readonly groups: readonly GroupWork[];
  readonly movement: Movement;
}

/**
 * One month, in the order of the projection model, section 3: planned exits, exits by cause, ageing,
 * moves, joiners, closing. Reads the opening stocks, fills the closing ones and every flow of the month,
 * and asserts that they balance.
 */
export function stepMonth(course: Course, stocks: MonthStocks, month: number): void {
  const { groups, movement, layout } = course;
  for (const work of groups) {
    leave(work, stocks, layout, month);
  }
  movement.decide(month, stocks.survivors.headcount.byBlock);
  for (const work of groups) {
    enterAndClose(course, work, stocks, month);
  }
  assertMovesCancel(
    groups.map((work) => work.ledger),
    month,
  );
}

/** Steps 6 to 8 of one group, with its reports. */
function enterAndClose(course: Course, work: GroupWork, stocks: MonthStocks, month: number): void {
  const { layout, movement, options } = course;
  const { ledger } = work;
  stocks.inflow.headcount.cells.fill(0);
  stocks.inflow.fte.cells.fill(0);
  const flows = {
    out: moveOut(work, stocks.survivors, movement, layout),
    in: moveIn(work, stocks, movement, layout),
  };
  ledger.movesOut[month] = flows.out.headcount;
  ledger.movesIn[month] = flows.in.headcount;
  ledger.fteMovesOut[month] = flows.out.fte;
  ledger.fteMovesIn[month] = flows.in.fte;
  join(work, stocks, layout, { month, fteAfterMoves: fteAfterMoves(work, stocks.survivors, flows, layout) });
  reportDestinations(work, month);
  closeGroup(work, stocks, movement.outShare, layout);
  assertCells(work, stocks, movement.outShare, { layout, month });
  recordStock(ledger, work.index, stocks.closing, { layout, month: month + 1, options });
  recordMeans(ledger, work.source, { ...stocks, firstBlock: work.index * layout.bands }, month);
  assertGroup(ledger, month);
}
