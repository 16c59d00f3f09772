import { EngineInvariantError } from './errors';
import type { GroupWork } from './group-work';
import { type Layout, modelCell } from './layout';
import type { GroupLedger } from './ledger';

/** Relative tolerance of every balance. */
const TOLERANCE = 1e-9;
/** Figures near the smallest doubles have too few digits for a relative tolerance. */
const SMALLEST = 1e-300;

/** The stocks of a group that must balance, pairs in the order in memory. */
interface Balance {
  readonly opening: Float64Array;
  /** Moves in, and joiners net of their own exits. */
  readonly inflow: Float64Array;
  readonly closing: Float64Array;
  /** Share of the survivors that leaves its band, at the place of each pair of an age band. */
  readonly leavesBand: Float64Array;
}

/** Flows of an age band as shares of its own opening stock, and of the next younger one's. */
interface AgeFlows {
  readonly goes: number;
  readonly fteGoes: number;
  readonly arrives: number;
  readonly fteArrives: number;
}

/**
 * Closing = opening - exits - aged out + aged in - moves out + moves in + joiners, in every cell, people
 * and FTE, to 1e-9 of what was there or came in; and no cell is negative, infinite or NaN. The flows are
 * worked out from the opening stock once more, apart from the loops that made the closing one.
 */
export function assertCells(work: GroupWork, layout: Layout, month: number): void {
  const balance: Balance = {
    opening: work.stocks.opening.cells,
    inflow: work.stocks.inflow.cells,
    closing: work.stocks.closing.cells,
    leavesBand: work.leavesBand,
  };
  spreadOverRows(work.keeps, work.leavesBand);
  for (let age = 0; age < layout.ages; age += 1) {
    const flows = flowsOfAge(work.transition.survives, layout.passesOn, age);
    const find = flows.arrives > 0 ? firstBrokenWithArrivals : firstBroken;
    const place = find(balance, flows, age * layout.slabSize);
    if (place >= 0) {
      throwCell(work, layout, month, place);
    }
  }
}

/** Repeats `1 - kept` of each band for every row of an age band. */
function spreadOverRows(keeps: Float64Array, leavesBand: Float64Array): void {
  let place = 0;
  while (place < leavesBand.length) {
    for (let band = 0; band < keeps.length; band += 1) {
      leavesBand[place] = 1 - (keeps[band] as number);
      place += 2;
    }
  }
}

function flowsOfAge(survives: Float64Array, passesOn: Float64Array, age: number): AgeFlows {
  const passes = passesOn[age] as number;
  const younger = age > 0 ? (passesOn[age - 1] as number) : 0;
  const people = survives[2 * age] as number;
  const fte = survives[2 * age + 1] as number;
  return {
    goes: 1 - people + people * passes,
    fteGoes: 1 - fte + fte * passes,
    arrives: younger > 0 ? younger * (survives[2 * age - 2] as number) : 0,
    fteArrives: younger > 0 ? younger * (survives[2 * age - 1] as number) : 0,
  };
}

/** First place of an age band whose closing stock is not what its flows make it, or -1. */
function firstBroken(balance: Balance, flows: AgeFlows, first: number): number {
  const { opening, inflow, closing, leavesBand } = balance;
  const { goes, fteGoes } = flows;
  for (let offset = 0; offset < leavesBand.length; offset += 2) {
    const place = first + offset;
    const leaves = leavesBand[offset] as number;
    const people = opening[place] as number;
    const joining = inflow[place] as number;
    const present = people - goes * people;
    if (isBroken(closing[place] as number, present - leaves * present + joining, people + joining)) {
      return place;
    }
    const fte = opening[place + 1] as number;
    const fteJoining = inflow[place + 1] as number;
    const ftePresent = fte - fteGoes * fte;
    if (
      isBroken(closing[place + 1] as number, ftePresent - leaves * ftePresent + fteJoining, fte + fteJoining)
    ) {
      return place + 1;
    }
  }
  return -1;
}

/** The same where the next younger age band ages into this one. */
function firstBrokenWithArrivals(balance: Balance, flows: AgeFlows, first: number): number {
  const { opening, inflow, closing, leavesBand } = balance;
  const { goes, fteGoes, arrives, fteArrives } = flows;
  const size = leavesBand.length;
  for (let offset = 0; offset < size; offset += 2) {
    const place = first + offset;
    const leaves = leavesBand[offset] as number;
    const people = opening[place] as number;
    const aged = arrives * (opening[place - size] as number);
    const joining = inflow[place] as number;
    const present = people - goes * people + aged;
    if (isBroken(closing[place] as number, present - leaves * present + joining, people + aged + joining)) {
      return place;
    }
    const fte = opening[place + 1] as number;
    const fteAged = fteArrives * (opening[place + 1 - size] as number);
    const fteJoining = inflow[place + 1] as number;
    const ftePresent = fte - fteGoes * fte + fteAged;
    const fteExpected = ftePresent - leaves * ftePresent + fteJoining;
    if (isBroken(closing[place + 1] as number, fteExpected, fte + fteAged + fteJoining)) {
      return place + 1;
    }
  }
  return -1;
}

/** `gross` is all that was in the cell or came into it. */
function isBroken(found: number, expected: number, gross: number): boolean {
  return !(Math.abs(found - expected) <= TOLERANCE * gross + SMALLEST && found >= 0);
}

function throwCell(work: GroupWork, layout: Layout, month: number, place: number): never {
  const { opening, inflow, closing } = work.stocks;
  const age = Math.floor(place / layout.slabSize);
  const flows = flowsOfAge(work.transition.survives, layout.passesOn, age);
  const isPeople = place % 2 === 0;
  const stock = opening.cells[place] as number;
  const younger = opening.cells[place - layout.slabSize] ?? 0;
  const stays = stock - (isPeople ? flows.goes : flows.fteGoes) * stock;
  const present = stays + (isPeople ? flows.arrives : flows.fteArrives) * younger;
  const kept = work.keeps[Math.floor((place % layout.rowSize) / 2)] as number;
  throw new EngineInvariantError({
    law: `${isPeople ? 'headcount' : 'FTE'} must balance in every cell and never be negative`,
    group: work.source.code,
    month,
    cell: modelCell(place, layout),
    found: closing.cells[place] as number,
    expected: present * kept + (inflow.cells[place] as number),
  });
}

/** The reported flows of a group carry its opening stock to its closing stock, people and FTE. */
export function assertGroup(ledger: GroupLedger, month: number): void {
  const at = (series: Float64Array): number => series[month] as number;
  const inPeople = at(ledger.headcount) + sumAt(ledger.joiners, month) + at(ledger.movesIn);
  const outPeople = at(ledger.plannedExits) + sumAt(ledger.exits, month) + at(ledger.movesOut);
  assertBalance(ledger, month, 'headcount', inPeople, outPeople);
  const change = at(ledger.fteParticipationChange);
  const inFte = at(ledger.fte) + at(ledger.fteJoiners) + at(ledger.fteMovesIn) + Math.max(0, change);
  const outFte = at(ledger.fteExits) + at(ledger.fteMovesOut) + Math.max(0, -change);
  assertBalance(ledger, month, 'fte', inFte, outFte);
}

function sumAt(series: readonly Float64Array[], month: number): number {
  let sum = 0;
  for (let index = 0; index < series.length; index += 1) {
    sum += series[index]?.[month] as number;
  }
  return sum;
}

function assertBalance(
  ledger: GroupLedger,
  month: number,
  measure: 'headcount' | 'fte',
  inflow: number,
  outflow: number,
): void {
  const found = ledger[measure][month + 1] as number;
  const expected = inflow - outflow;
  if (!(Math.abs(found - expected) <= TOLERANCE * inflow + SMALLEST)) {
    const law = `the reported flows must carry opening ${measure} to closing ${measure}`;
    throw new EngineInvariantError({ law, group: ledger.code, month, cell: null, found, expected });
  }
}
