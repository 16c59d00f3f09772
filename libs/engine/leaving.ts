import { drawExits, keepExpected, restoreExpected } from './chance';
import type { GroupWork } from './group-work';
import { type Leaving, leaveAndAgeRow, leaveRow } from './kernel';
import type { Layout } from './layout';
import { EXIT_CAUSES } from './model';

const VOLUNTARY = EXIT_CAUSES.indexOf('voluntary');

/**
 * Steps 1, 2 and 5 of the month: planned exits, exits by cause and ageing, with the change of
 * participation of those who stay. Fills the survivors and reports FTE exits; exits by age are kept
 * until the joiners' own exits are known.
 */
export function leave(work: GroupWork, layout: Layout, month: number): void {
  const kept = 1 - plannedShare(work, month);
  const participation = work.source.participationFactor[month] as number;
  loadRates(work, kept, month);
  prepareTransition(work, kept, participation, layout);
  leaveCells(work, layout);
  countExits(work, kept, participation, month);
}

/** The rates of the month: as expected, or as drawn in a small team. */
function loadRates(work: GroupWork, kept: number, month: number): void {
  const { rates, chance } = work;
  if (chance === undefined) {
    rates.load(month);
    return;
  }
  restoreExpected(work);
  rates.load(month);
  keepExpected(work);
  drawExits(work, chance, kept, month);
}

function leaveCells({ stocks, transition }: GroupWork, layout: Layout): void {
  const leaving: Leaving = { opening: stocks.opening.cells, survivors: stocks.survivors.cells, transition };
  transition.present.fill(0);
  for (let age = 0; age < layout.ages; age += 1) {
    const leave = (transition.arrives[2 * age] as number) > 0 ? leaveAndAgeRow : leaveRow;
    const end = (age + 1) * layout.slabSize;
    for (let first = age * layout.slabSize; first < end; first += layout.rowSize) {
      leave(leaving, age, first, layout);
    }
  }
}

/** Planned exits as a share of the stock, capped at all of it; the remainder is reported unmet. */
function plannedShare(work: GroupWork, month: number): number {
  const { ledger, source } = work;
  const wanted = source.plannedExits[month] as number;
  const people = ledger.headcount[month] as number;
  const taken = Math.min(wanted, people);
  ledger.plannedExits[month] = taken;
  ledger.unmetPlannedExits[month] = wanted - taken;
  return taken > 0 ? taken / people : 0;
}

function prepareTransition(work: GroupWork, kept: number, participation: number, layout: Layout): void {
  const { transition, rates } = work;
  let arrives = 0;
  for (let age = 0; age < layout.ages; age += 1) {
    const survives = kept * (rates.stay[age] as number);
    const passes = survives * (layout.passesOn[age] as number);
    setPair(transition.survives, age, survives, participation);
    setPair(transition.stays, age, survives - passes, participation);
    setPair(transition.arrives, age, arrives, participation);
    arrives = passes;
  }
}

function setPair(pairs: Float64Array, age: number, share: number, participation: number): void {
  pairs[2 * age] = share;
  pairs[2 * age + 1] = share * participation;
}

/** Exits of those in post at the opening, and what the change of participation adds to those who stay. */
function countExits(work: GroupWork, kept: number, participation: number, month: number): void {
  const { ledger, rates, transition, exits } = work;
  let present = 0;
  let remaining = 0;
  for (let age = 0; age < exits.length; age += 1) {
    const stay = rates.stay[age] as number;
    const fte = transition.present[2 * age + 1] as number;
    exits[age] = kept * (transition.present[2 * age] as number) * (1 - stay);
    present += fte;
    remaining += kept * fte * stay;
  }
  ledger.fteExits[month] = present - remaining;
  ledger.fteParticipationChange[month] = remaining * (participation - 1);
}

/**
 * Reports the exits of the month by cause, `L_c = L ln(1 - m_c) / ln(p)`, and the voluntary ones that
 * go to other organisations of the system and of the NHS.
 */
export function reportExits(work: GroupWork, month: number): void {
  const { ledger, rates, exits, source } = work;
  const causes = ledger.exits.length;
  for (let cause = 0; cause < causes; cause += 1) {
    let total = 0;
    for (let age = 0; age < exits.length; age += 1) {
      total += (exits[age] as number) * (rates.causeShare[age * causes + cause] as number);
    }
    (ledger.exits[cause] as Float64Array)[month] = total;
  }
  const voluntary = ledger.exits[VOLUNTARY]?.[month] as number;
  ledger.exitsToSameSystem[month] = voluntary * (source.shareToSameSystem[month] as number);
  ledger.exitsToOtherNhs[month] = voluntary * (source.shareToOtherNhs[month] as number);
}
