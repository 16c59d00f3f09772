import type { GroupWork } from './group-work';
import { assertCells, assertGroup } from './invariants';
import { join } from './joining';
import { closeCells } from './kernel';
import type { Layout } from './layout';
import { leave, reportExits } from './leaving';
import { recordCells, recordMeans, recordStock } from './ledger';
import type { EngineOptions } from './model';
import type { Movement } from './movement';

/** Groups that moves link, on their way through the months. */
export interface Course {
  readonly layout: Layout;
  readonly options: EngineOptions;
  readonly groups: readonly GroupWork[];
  readonly movement: Movement;
}

/**
 * One month, in the order of the projection model, section 3: planned exits, exits by cause, ageing,
 * moves, joiners, closing. Turns opening stocks into closing ones, which are the next month's opening
 * ones, reports every flow of the month, and asserts that they balance.
 */
export function stepMonth(course: Course, month: number): void {
  const { groups, movement, layout } = course;
  for (const work of groups) {
    leave(work, layout, month);
  }
  movement.step(month);
  for (const work of groups) {
    join(work, month);
    closeGroup(work, course, month);
  }
}

/** Step 8 of a group, with its reports and checks. */
function closeGroup(work: GroupWork, course: Course, month: number): void {
  const { stocks, ledger, source, keeps } = work;
  const { opening, closing, survivors, inflow } = stocks;
  closeCells(closing, survivors.cells, inflow.cells, keeps);
  reportExits(work, month);
  recordStock(ledger, closing, month + 1);
  recordCells(ledger, closing, month + 1, course.options, course.layout);
  recordMeans(ledger, source, stocks, month);
  assertCells(work, course.layout, month);
  assertGroup(ledger, month);
  inflow.cells.fill(0);
  stocks.opening = closing;
  stocks.closing = opening;
}
