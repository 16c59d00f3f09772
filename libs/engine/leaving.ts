import type { GroupWork } from './group-work';
import { type AgeTransition, survive } from './kernel';
import type { Layout } from './layout';
import { EXIT_CAUSES } from './model';
import { type MonthStocks, type Stock, sumOf } from './state';

const VOLUNTARY = EXIT_CAUSES.indexOf('voluntary');

/**
 * Steps 1, 2 and 5 of the month: planned exits, exits by cause and ageing, with the change of
 * participation of those who stay. Fills the survivors and reports the exits.
 */
export function leave(work: GroupWork, stocks: MonthStocks, layout: Layout, month: number): void {
  const firstBlock = work.index * layout.bands;
  const people = sumOf(stocks.opening.headcount.byBlock, firstBlock, layout.bands);
  const kept = 1 - plannedShare(work, people, month);
  work.rates.load(month);
  const participation = work.source.participationFactor[month] as number;
  prepare(work.headcountTransition, work.rates.stay, kept, layout);
  prepare(work.fteTransition, work.rates.stay, kept * participation, layout);
  surviveGroup(
    work.headcountTransition,
    stocks.opening.headcount,
    stocks.survivors.headcount,
    firstBlock,
    layout,
  );
  surviveGroup(work.fteTransition, stocks.opening.fte, stocks.survivors.fte, firstBlock, layout);
  reportExits(work, kept, month);
  reportFteExits(work, kept, participation, month);
}

/** Planned exits as a share of the stock, capped at all of it; the remainder is reported unmet. */
function plannedShare(work: GroupWork, people: number, month: number): number {
  const { ledger } = work;
  const wanted = work.source.plannedExits[month] as number;
  const taken = Math.min(wanted, people);
  ledger.plannedExits[month] = taken;
  ledger.unmetPlannedExits[month] = wanted - taken;
  return taken > 0 ? taken / people : 0;
}

function prepare(transition: AgeTransition, stay: Float64Array, factor: number, layout: Layout): void {
  for (let age = 0; age < layout.ages; age += 1) {
    const survives = factor * (stay[age] as number);
    const passes = layout.passesOn[age] as number;
    transition.survives[age] = survives;
    transition.stays[age] = survives * (1 - passes);
    transition.passes[age] = survives * passes;
    transition.present[age] = 0;
  }
}

function surviveGroup(
  transition: AgeTransition,
  from: Stock,
  to: Stock,
  firstBlock: number,
  layout: Layout,
): void {
  const { bands, blockCells } = layout;
  for (let block = firstBlock; block < firstBlock + bands; block += 1) {
    const base = block * blockCells;
    if (from.byBlock[block] === 0) {
      to.cells.fill(0, base, base + blockCells);
      to.byBlock[block] = 0;
    } else {
      to.byBlock[block] = survive(from.cells, to.cells, base, transition, layout);
    }
  }
}

/** Exits by cause of those in post at the opening, after planned exits: `L_c = L ln(1 - m_c) / ln(p)`. */
function reportExits(work: GroupWork, kept: number, month: number): void {
  const { rates, headcountTransition } = work;
  for (let age = 0; age < rates.stay.length; age += 1) {
    const exits = kept * (headcountTransition.present[age] as number) * (1 - (rates.stay[age] as number));
    addExitsByCause(work, exits, age, month);
  }
}

/** Adds exits of an age band to their causes, and voluntary ones to their destinations. */
export function addExitsByCause(work: GroupWork, exits: number, age: number, month: number): void {
  const { ledger, rates } = work;
  const ages = rates.stay.length;
  for (let cause = 0; cause < EXIT_CAUSES.length; cause += 1) {
    const flow = ledger.exits[cause] as Float64Array;
    flow[month] = (flow[month] as number) + exits * (rates.causeShare[cause * ages + age] as number);
  }
}

/** Voluntary exits to other organisations of the system and of the NHS, as shares of the month's. */
export function reportDestinations(work: GroupWork, month: number): void {
  const { ledger, source } = work;
  const voluntary = ledger.exits[VOLUNTARY]?.[month] as number;
  ledger.exitsToSameSystem[month] = voluntary * (source.shareToSameSystem[month] as number);
  ledger.exitsToOtherNhs[month] = voluntary * (source.shareToOtherNhs[month] as number);
}

/** FTE that leaves, planned exits included, and what the change of participation adds to those who stay. */
function reportFteExits(work: GroupWork, kept: number, participation: number, month: number): void {
  const { ledger, rates, fteTransition } = work;
  let present = 0;
  let remaining = 0;
  for (let age = 0; age < rates.stay.length; age += 1) {
    const stock = fteTransition.present[age] as number;
    present += stock;
    remaining += kept * stock * (rates.stay[age] as number);
  }
  ledger.fteExits[month] = present - remaining;
  ledger.fteParticipationChange[month] = remaining * (participation - 1);
}
