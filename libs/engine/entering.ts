import type { GroupWork } from './group-work';
import { addByAge, addScaled } from './kernel';
import type { Layout } from './layout';
import { addExitsByCause } from './leaving';
import type { Movement } from './movement';
import type { SpreadProfile } from './recruitment';
import { type MonthStocks, type StockPair, sumOf } from './state';

/** Step 6, first half: reports what moves out of the group's blocks. */
export function moveOut(work: GroupWork, survivors: StockPair, movement: Movement, layout: Layout): Moved {
  const moved = { headcount: 0, fte: 0 };
  for (let band = 0; band < layout.bands; band += 1) {
    const block = work.index * layout.bands + band;
    const share = movement.outShare[block] as number;
    moved.headcount += share * (survivors.headcount.byBlock[block] as number);
    moved.fte += share * (survivors.fte.byBlock[block] as number);
  }
  return moved;
}

export interface Moved {
  headcount: number;
  fte: number;
}

/** Step 6, second half: puts what moves into the group on its inflow and returns the sums. */
export function moveIn(work: GroupWork, stocks: MonthStocks, movement: Movement, layout: Layout): Moved {
  const { survivors, inflow } = stocks;
  const { blockCells, bands } = layout;
  const moved = { headcount: 0, fte: 0 };
  for (const { from, to, share } of movement.into[work.index] ?? []) {
    const source = from * blockCells;
    const target = (to - work.index * bands) * blockCells;
    moved.headcount += addScaled(
      { cells: inflow.headcount.cells, base: target },
      { cells: survivors.headcount.cells, base: source },
      share,
      blockCells,
    );
    moved.fte += addScaled(
      { cells: inflow.fte.cells, base: target },
      { cells: survivors.fte.cells, base: source },
      share,
      blockCells,
    );
  }
  return moved;
}

/**
 * Step 7: joiners arrive in the middle of the month and survive it with `p^0.5`. Puts the survivors on
 * the inflow, reports the joiners in full and adds their exits to the exits by cause.
 */
export function join(
  work: GroupWork,
  stocks: MonthStocks,
  layout: Layout,
  at: { readonly month: number; readonly fteAfterMoves: number },
): void {
  const { ledger, recruitment } = work;
  const { month } = at;
  recruitment.decide(month, at.fteAfterMoves);
  for (let source = 0; source < recruitment.people.length; source += 1) {
    (ledger.joiners[source] as Float64Array)[month] = recruitment.people[source] as number;
  }
  ledger.fteJoiners[month] = recruitment.fte;
  for (const profile of recruitment.profiles) {
    if (profile.people > 0) {
      spread(work, profile, stocks.inflow, layout);
      leaveInMonthOfArrival(work, profile, month);
    }
  }
}

function spread(work: GroupWork, profile: SpreadProfile, inflow: StockPair, layout: Layout): void {
  const { blockCells, ethnicities } = layout;
  const { stayFromMiddle } = work.rates;
  const people = stayFromMiddle.map((stay) => stay * profile.people);
  const fte = stayFromMiddle.map((stay) => stay * profile.fte);
  for (const band of profile.bands) {
    addByAge(inflow.headcount.cells, profile.cells, band * blockCells, people, ethnicities);
    addByAge(inflow.fte.cells, profile.cells, band * blockCells, fte, ethnicities);
  }
}

function leaveInMonthOfArrival(work: GroupWork, profile: SpreadProfile, month: number): void {
  const { stayFromMiddle } = work.rates;
  let fte = 0;
  for (let age = 0; age < stayFromMiddle.length; age += 1) {
    const share = (profile.byAge[age] as number) * (1 - (stayFromMiddle[age] as number));
    addExitsByCause(work, profile.people * share, age, month);
    fte += profile.fte * share;
  }
  work.ledger.fteExits[month] = (work.ledger.fteExits[month] as number) + fte;
}

/** FTE of a group once everybody has moved, before anybody joins. */
export function fteAfterMoves(
  work: GroupWork,
  survivors: StockPair,
  flows: { readonly out: Moved; readonly in: Moved },
  layout: Layout,
): number {
  const present = sumOf(survivors.fte.byBlock, work.index * layout.bands, layout.bands);
  return present - flows.out.fte + flows.in.fte;
}
