import { EngineInvariantError } from './errors';
import type { MeasureCells } from './kernel';
import type { Layout } from './layout';
import type { GroupLedger } from './ledger';

/** Relative tolerance of every balance. */
export const BALANCE_TOLERANCE = 1e-9;

/** Names the place of a violation. */
interface Place {
  readonly measure: string;
  readonly group: string;
  readonly month: number;
}

/** What the flows of one measure of a group are worked out from. */
export interface MeasureFlows {
  /** Share of the opening stock that survives, by age. */
  readonly survives: Float64Array;
  /** Share of the survivors that leaves its band, for each cell of an age band. */
  readonly leavesBand: Float64Array;
}

/**
 * Closing = opening - exits - aged out + aged in - moves out + moves in + joiners, in every cell, to
 * 1e-9 of the flows that meet there; and no cell is negative, infinite or NaN. The flows are worked
 * out from the opening stock once more, apart from the loops that made the closing one.
 */
export function assertCells(cells: MeasureCells, flows: MeasureFlows, layout: Layout, place: Place): void {
  const { passesOn, slabCells, bands } = layout;
  let arrives = 0;
  for (let age = 0; age < passesOn.length; age += 1) {
    const survives = flows.survives[age] as number;
    const passes = passesOn[age] as number;
    const goes = 1 - survives + survives * passes;
    const check = arrives > 0 ? firstBrokenWithArrivals : firstBroken;
    const cell = check(cells, flows.leavesBand, age * slabCells, goes, arrives);
    if (cell >= 0) {
      const modelCell = (cell % bands) * (layout.groupCells / bands) + Math.floor(cell / bands);
      throwViolation(place, modelCell, cells.closing[cell] as number, NaN);
    }
    arrives = survives * passes;
  }
}

/** First cell of an age band whose closing stock is not what its flows make it, or -1. */
function firstBroken(cells: MeasureCells, leavesBand: Float64Array, first: number, goes: number): number {
  const { opening, inflow, closing } = cells;
  for (let offset = 0; offset < leavesBand.length; offset += 1) {
    const cell = first + offset;
    const stock = opening[cell] as number;
    const present = stock - goes * stock;
    const gross = present + (inflow[cell] as number);
    const expected = gross - (leavesBand[offset] as number) * present;
    const found = closing[cell] as number;
    if (!(Math.abs(found - expected) <= BALANCE_TOLERANCE * gross && found >= 0)) {
      return cell;
    }
  }
  return -1;
}

/** The same where the next younger age band ages into this one. */
function firstBrokenWithArrivals(
  cells: MeasureCells,
  leavesBand: Float64Array,
  first: number,
  goes: number,
  arrives: number,
): number {
  const { opening, inflow, closing } = cells;
  const count = leavesBand.length;
  for (let offset = 0; offset < count; offset += 1) {
    const cell = first + offset;
    const stock = opening[cell] as number;
    const present = stock - goes * stock + arrives * (opening[cell - count] as number);
    const gross = present + (inflow[cell] as number);
    const expected = gross - (leavesBand[offset] as number) * present;
    const found = closing[cell] as number;
    if (!(Math.abs(found - expected) <= BALANCE_TOLERANCE * gross && found >= 0)) {
      return cell;
    }
  }
  return -1;
}

function throwViolation(place: Place, cell: number | null, found: number, expected: number): never {
  const { measure, group, month } = place;
  const law = `${measure} must balance in every ${cell === null ? 'group' : 'cell'} and never be negative`;
  throw new EngineInvariantError({ law, group, month, cell, found, expected });
}

/** The reported flows of a group carry its opening stock to its closing stock, people and FTE. */
export function assertGroup(ledger: GroupLedger, month: number): void {
  const at = (series: Float64Array): number => series[month] as number;
  const inPeople = at(ledger.headcount) + sumAt(ledger.joiners, month) + at(ledger.movesIn);
  const outPeople = at(ledger.plannedExits) + sumAt(ledger.exits, month) + at(ledger.movesOut);
  const closing = ledger.headcount[month + 1] as number;
  if (!isBalanced(closing, inPeople, outPeople)) {
    const place = { measure: 'headcount', group: ledger.code, month };
    throwViolation(place, null, closing, inPeople - outPeople);
  }
  const change = at(ledger.fteParticipationChange);
  const inFte = at(ledger.fte) + at(ledger.fteJoiners) + at(ledger.fteMovesIn) + Math.max(0, change);
  const outFte = at(ledger.fteExits) + at(ledger.fteMovesOut) + Math.max(0, -change);
  const closingFte = ledger.fte[month + 1] as number;
  if (!isBalanced(closingFte, inFte, outFte)) {
    throwViolation({ measure: 'FTE', group: ledger.code, month }, null, closingFte, inFte - outFte);
  }
}

function sumAt(series: readonly Float64Array[], month: number): number {
  let sum = 0;
  for (let index = 0; index < series.length; index += 1) {
    sum += series[index]?.[month] as number;
  }
  return sum;
}

function isBalanced(closing: number, inflow: number, outflow: number): boolean {
  return Math.abs(closing - (inflow - outflow)) <= BALANCE_TOLERANCE * inflow;
}
