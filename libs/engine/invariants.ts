import { EngineInvariantError } from './errors';
import type { GroupWork } from './group-work';
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

/** One measure of a group in the month in hand, with what its flows are worked out from. */
interface Flows {
  readonly opening: Float64Array;
  readonly closing: Float64Array;
  /** Moves in, and joiners net of their own exits, by cell. */
  readonly inflow: Float64Array;
  /** Share of the opening stock that survives, by age. */
  readonly survives: Float64Array;
  /** Share of the survivors that keeps its band, by band. */
  readonly keeps: Float64Array;
}

/**
 * Closing = opening - exits - aged out + aged in - moves out + moves in + joiners, in every cell, to
 * 1e-9 of the flows that meet there; and no cell is negative, infinite or NaN. The flows are worked
 * out from the opening stock once more, apart from the loops that made the closing one.
 */
export function assertCells(work: GroupWork, layout: Layout, month: number): void {
  const { stocks, transition, keeps } = work;
  const { opening, closing, inflow } = stocks;
  const group = work.source.code;
  const people: Flows = {
    opening: opening.headcount,
    closing: closing.headcount,
    inflow: inflow.headcount,
    survives: transition.survives,
    keeps,
  };
  const fte: Flows = {
    opening: opening.fte,
    closing: closing.fte,
    inflow: inflow.fte,
    survives: transition.fteSurvives,
    keeps,
  };
  for (let age = 0; age < layout.ages; age += 1) {
    assertAge(people, age, layout, { measure: 'headcount', group, month });
    assertAge(fte, age, layout, { measure: 'FTE', group, month });
  }
}

function assertAge(flows: Flows, age: number, layout: Layout, place: Place): void {
  const { opening, closing, inflow, keeps } = flows;
  const { slabCells, bands, passesOn } = layout;
  const leaves = 1 - (flows.survives[age] as number);
  const youngerLeaves = age > 0 ? 1 - (flows.survives[age - 1] as number) : 0;
  const passes = passesOn[age] as number;
  const arrives = age > 0 ? (passesOn[age - 1] as number) : 0;
  const end = (age + 1) * slabCells;
  for (let row = age * slabCells; row < end; row += bands) {
    for (let band = 0; band < bands; band += 1) {
      const cell = row + band;
      const stock = opening[cell] as number;
      const left = stock - leaves * stock;
      const younger = arrives > 0 ? (opening[cell - slabCells] as number) : 0;
      const present = left - passes * left + arrives * (younger - youngerLeaves * younger);
      const entering = inflow[cell] as number;
      const expected = present - (1 - (keeps[band] as number)) * present + entering;
      const found = closing[cell] as number;
      if (!(Math.abs(found - expected) <= BALANCE_TOLERANCE * (present + entering) && found >= 0)) {
        throwViolation(place, band * (layout.groupCells / bands) + row / bands, found, expected);
      }
    }
  }
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
