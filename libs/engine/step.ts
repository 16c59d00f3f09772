import type { GroupWork } from './group-work';
import { assertCells, assertGroup } from './invariants';
import { join } from './joining';
import { type MeasureCells, closeCells } from './kernel';
import type { Layout } from './layout';
import { leave, reportExits } from './leaving';
import { recordCells, recordMeans, recordStock } from './ledger';
import type { EngineOptions } from './model';
import type { Movement } from './movement';
import type { GroupStocks } from './state';

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
  const { opening, closing } = stocks;
  const { headcount, fte } = measuresOf(stocks);
  closeCells(headcount, keeps);
  closeCells(fte, keeps);
  reportExits(work, month);
  recordStock(ledger, closing, month + 1);
  recordCells(ledger, closing, month + 1, course.options, course.layout);
  recordMeans(ledger, source, stocks, month);
  assertBalances(work, { headcount, fte }, course.layout, month);
  stocks.inflow.both.fill(0);
  stocks.opening = closing;
  stocks.closing = opening;
}

interface Measures {
  readonly headcount: MeasureCells;
  readonly fte: MeasureCells;
}

function measuresOf({ opening, survivors, inflow, closing }: GroupStocks): Measures {
  return {
    headcount: {
      opening: opening.headcount,
      survivors: survivors.headcount,
      inflow: inflow.headcount,
      closing: closing.headcount,
      closingByBand: closing.headcountByBand,
    },
    fte: {
      opening: opening.fte,
      survivors: survivors.fte,
      inflow: inflow.fte,
      closing: closing.fte,
      closingByBand: closing.fteByBand,
    },
  };
}

function assertBalances(work: GroupWork, measures: Measures, layout: Layout, month: number): void {
  const { transition, leavesBand, keeps } = work;
  const group = work.source.code;
  for (let row = 0; row < leavesBand.length; row += keeps.length) {
    for (let band = 0; band < keeps.length; band += 1) {
      leavesBand[row + band] = 1 - (keeps[band] as number);
    }
  }
  const people = { survives: transition.survives, leavesBand };
  const fte = { survives: transition.fteSurvives, leavesBand };
  assertCells(measures.headcount, people, layout, { measure: 'headcount', group, month });
  assertCells(measures.fte, fte, layout, { measure: 'FTE', group, month });
  assertGroup(work.ledger, month);
}
