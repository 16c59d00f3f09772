/**
 * The inner loops of the month. Cells are pairs, people and FTE, and lie age by age, within an age row
 * by row of bands (see layout.ts); sizes and places count numbers.
 */
import type { Layout } from './layout';
import type { GroupStock } from './state';

/** What happens to people and to FTE in a month by age band, as shares of opening stocks; pairs. */
export interface AgeTransition {
  /** Survives the month's exits. FTE includes the change of participation. */
  readonly survives: Float64Array;
  /** Survives and stays in the age band. */
  readonly stays: Float64Array;
  /** Survives and arrives here from the next younger band, as a share of that band's stock. */
  readonly arrives: Float64Array;
  /** Opening stock of the age band, summed up row by row on the way. */
  readonly present: Float64Array;
}

/** Stocks of a month's opening and of those who survive its exits, cells. */
export interface Leaving {
  readonly opening: Float64Array;
  readonly survivors: Float64Array;
  readonly transition: AgeTransition;
}

/** Exits of a row, the bands of an age band and ethnicity: fills its survivors, adds up its opening stock. */
export function leaveRow(
  { opening, survivors, transition }: Leaving,
  age: number,
  first: number,
  { rowSize }: Layout,
): void {
  const people = transition.stays[2 * age] as number;
  const fte = transition.stays[2 * age + 1] as number;
  let allPeople = 0;
  let allFte = 0;
  for (let place = first; place < first + rowSize; place += 2) {
    const stock = opening[place] as number;
    const fteStock = opening[place + 1] as number;
    survivors[place] = people * stock;
    survivors[place + 1] = fte * fteStock;
    allPeople += stock;
    allFte += fteStock;
  }
  addPresent(transition, age, allPeople, allFte);
}

/** Exits of a row into which that of the next younger age band ages: the same, with the arrivals. */
export function leaveAndAgeRow(
  leaving: Leaving,
  age: number,
  first: number,
  { rowSize, slabSize }: Layout,
): void {
  const { opening, survivors, transition } = leaving;
  const people = transition.stays[2 * age] as number;
  const fte = transition.stays[2 * age + 1] as number;
  const peopleArriving = transition.arrives[2 * age] as number;
  const fteArriving = transition.arrives[2 * age + 1] as number;
  let allPeople = 0;
  let allFte = 0;
  for (let place = first; place < first + rowSize; place += 2) {
    const stock = opening[place] as number;
    const fteStock = opening[place + 1] as number;
    survivors[place] = people * stock + peopleArriving * (opening[place - slabSize] as number);
    survivors[place + 1] = fte * fteStock + fteArriving * (opening[place + 1 - slabSize] as number);
    allPeople += stock;
    allFte += fteStock;
  }
  addPresent(transition, age, allPeople, allFte);
}

function addPresent({ present }: AgeTransition, age: number, people: number, fte: number): void {
  present[2 * age] = (present[2 * age] as number) + people;
  present[2 * age + 1] = (present[2 * age + 1] as number) + fte;
}

/** A move in the month in hand: its share of the survivors of the origin, and what it carried. */
export interface CarriedMove {
  readonly fromBand: number;
  readonly toBand: number;
  share: number;
  headcount: number;
  fte: number;
}

/** Puts the movers of every age and ethnicity on the inflow of their new band. */
export function carry(
  move: CarriedMove,
  survivors: Float64Array,
  inflow: Float64Array,
  rowSize: number,
): void {
  const { share } = move;
  let to = 2 * move.toBand;
  let people = 0;
  let fte = 0;
  for (let from = 2 * move.fromBand; from < survivors.length; from += rowSize) {
    const moving = share * (survivors[from] as number);
    const fteMoving = share * (survivors[from + 1] as number);
    inflow[to] = (inflow[to] as number) + moving;
    inflow[to + 1] = (inflow[to + 1] as number) + fteMoving;
    people += moving;
    fte += fteMoving;
    to += rowSize;
  }
  move.headcount = people;
  move.fte = fte;
}

/** A distribution over cells without its zeros, by age band. */
export interface SparseProfile {
  /** Where the cells with a share lie in memory. */
  readonly places: Int32Array;
  readonly shares: Float64Array;
  /** Where each age band starts in `places` and `shares`; the last entry is their length. */
  readonly ageStart: Int32Array;
}

/** Adds the joiners of one age band who survive their month of arrival. */
export function joinAge(
  inflow: Float64Array,
  profile: SparseProfile,
  age: number,
  people: number,
  fte: number,
): void {
  const { places, shares } = profile;
  const end = profile.ageStart[age + 1] as number;
  for (let entry = profile.ageStart[age] as number; entry < end; entry += 1) {
    const place = places[entry] as number;
    const share = shares[entry] as number;
    inflow[place] = (inflow[place] as number) + people * share;
    inflow[place + 1] = (inflow[place + 1] as number) + fte * share;
  }
}

/** Closing stock of every cell: the survivors who keep their band, and the inflow; with its sums by band. */
export function closeCells(
  closing: GroupStock,
  survivors: Float64Array,
  inflow: Float64Array,
  keeps: Float64Array,
): void {
  const { cells, byBand } = closing;
  const rowSize = byBand.length;
  for (let band = 0; band < keeps.length; band += 1) {
    const kept = keeps[band] as number;
    let people = 0;
    let fte = 0;
    for (let place = 2 * band; place < cells.length; place += rowSize) {
      const stock = kept * (survivors[place] as number) + (inflow[place] as number);
      const fteStock = kept * (survivors[place + 1] as number) + (inflow[place + 1] as number);
      cells[place] = stock;
      cells[place + 1] = fteStock;
      people += stock;
      fte += fteStock;
    }
    byBand[2 * band] = people;
    byBand[2 * band + 1] = fte;
  }
}
