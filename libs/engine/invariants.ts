import { EngineInvariantError } from './errors';
import type { GroupLedger } from './ledger';
import type { AgeTransition, Run } from './kernel';
import type { Layout } from './layout';

/** Relative tolerance of every balance. */
export const BALANCE_TOLERANCE = 1e-9;

/** What is needed to check one measure of one block against the flows of its month. */
export interface BlockFlows {
  readonly opening: Float64Array;
  readonly closing: Float64Array;
  readonly base: number;
  readonly transition: AgeTransition;
  /** Share of the survivors that moves out of the block. */
  readonly outShare: number;
  /** Moves in and joiners net of their own exits, by cell. */
  readonly inflow: Run;
}

/** Names the place of a violation. */
export interface Place {
  readonly measure: string;
  readonly group: string;
  readonly month: number;
}

/**
 * Closing = opening - exits - aged out + aged in - moves out + moves in + joiners, in every cell, to
 * 1e-9 of the flows that meet there; and no cell is negative, infinite or NaN. The flows are worked
 * out from the opening stock once more, apart from the loops that made the closing one.
 */
export function assertBlock(flows: BlockFlows, layout: Layout, place: Place, firstCell: number): void {
  const { opening, closing, base, inflow, outShare } = flows;
  const { survives } = flows.transition;
  const { ages, ethnicities, passesOn } = layout;
  const entering = inflow.cells;
  let cell = base;
  let read = inflow.base;
  for (let age = 0; age < ages; age += 1) {
    const leaves = 1 - (survives[age] as number);
    const youngerLeaves = age > 0 ? 1 - (survives[age - 1] as number) : 0;
    const passes = passesOn[age] as number;
    const arrives = age > 0 ? (passesOn[age - 1] as number) : 0;
    for (const end = cell + ethnicities; cell < end; cell += 1) {
      const stock = opening[cell] as number;
      const left = stock - leaves * stock;
      const younger = age > 0 ? (opening[cell - ethnicities] as number) : 0;
      const present = left - passes * left + arrives * (younger - youngerLeaves * younger);
      const gross = present + (entering[read] as number);
      const expected = gross - outShare * present;
      const found = closing[cell] as number;
      if (!(Math.abs(found - expected) <= BALANCE_TOLERANCE * gross && found >= 0)) {
        throwViolation(place, cell - firstCell, found, expected);
      }
      read += 1;
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
  const sum = (series: readonly Float64Array[]): number => series.reduce((total, one) => total + at(one), 0);
  const inPeople = at(ledger.headcount) + sum(ledger.joiners) + at(ledger.movesIn);
  const outPeople = at(ledger.plannedExits) + sum(ledger.exits) + at(ledger.movesOut);
  const place = { group: ledger.code, month };
  assertBalance(
    { ...place, measure: 'headcount' },
    ledger.headcount[month + 1] as number,
    inPeople,
    outPeople,
  );
  const change = at(ledger.fteParticipationChange);
  const inFte = at(ledger.fte) + at(ledger.fteJoiners) + at(ledger.fteMovesIn) + Math.max(0, change);
  const outFte = at(ledger.fteExits) + at(ledger.fteMovesOut) + Math.max(0, -change);
  assertBalance({ ...place, measure: 'FTE' }, ledger.fte[month + 1] as number, inFte, outFte);
}

function assertBalance(place: Place, closing: number, inflow: number, outflow: number): void {
  if (!(Math.abs(closing - (inflow - outflow)) <= BALANCE_TOLERANCE * inflow)) {
    throwViolation(place, null, closing, inflow - outflow);
  }
}

/** Moves are zero-sum over the organisation, people and FTE. */
export function assertMovesCancel(ledgers: readonly GroupLedger[], month: number): void {
  const sum = (pick: (ledger: GroupLedger) => Float64Array): number =>
    ledgers.reduce((total, ledger) => total + (pick(ledger)[month] as number), 0);
  const people = { in: sum((each) => each.movesIn), out: sum((each) => each.movesOut) };
  const fte = { in: sum((each) => each.fteMovesIn), out: sum((each) => each.fteMovesOut) };
  for (const [measure, moved] of Object.entries({ headcount: people, FTE: fte })) {
    if (!(Math.abs(moved.in - moved.out) <= BALANCE_TOLERANCE * moved.out)) {
      const law = `${measure} that moves in must equal what moves out`;
      throw new EngineInvariantError({
        law,
        group: 'all groups',
        month,
        cell: null,
        found: moved.in,
        expected: moved.out,
      });
    }
  }
}
