/**
 * The inner loops of the month. Each runs over people and FTE at once; cells lie age by age, and
 * within an age row by row of bands (see layout.ts).
 */
import type { GroupStock } from './state';

/** What happens to people and to FTE in a month by age band, as shares of opening stocks. */
export interface AgeTransition {
  /** Survives the month's exits. FTE includes the change of participation. */
  readonly survives: Float64Array;
  readonly fteSurvives: Float64Array;
  /** Survives and stays in the age band. */
  readonly stays: Float64Array;
  readonly fteStays: Float64Array;
  /** Survives and arrives here from the next younger band, as a share of that band's stock. */
  readonly arrives: Float64Array;
  readonly fteArrives: Float64Array;
  /** Opening stock by age band, summed up on the way. */
  readonly present: Float64Array;
  readonly ftePresent: Float64Array;
}

/** Exits of an age band: fills its survivors and the sums of its opening stock. */
export function leaveAge(
  from: GroupStock,
  to: GroupStock,
  transition: AgeTransition,
  age: number,
  count: number,
): void {
  const { headcount, fte } = from;
  const { headcount: people, fte: whole } = to;
  const stays = transition.stays[age] as number;
  const fteStays = transition.fteStays[age] as number;
  const end = (age + 1) * count;
  let present = 0;
  let ftePresent = 0;
  for (let cell = age * count; cell < end; cell += 1) {
    const stock = headcount[cell] as number;
    const fteStock = fte[cell] as number;
    people[cell] = stays * stock;
    whole[cell] = fteStays * fteStock;
    present += stock;
    ftePresent += fteStock;
  }
  transition.present[age] = present;
  transition.ftePresent[age] = ftePresent;
}

/** Exits of an age band into which the next younger one ages: the same, with the arrivals. */
export function leaveAndAge(
  from: GroupStock,
  to: GroupStock,
  transition: AgeTransition,
  age: number,
  count: number,
): void {
  const { headcount, fte } = from;
  const { headcount: people, fte: whole } = to;
  const stays = transition.stays[age] as number;
  const fteStays = transition.fteStays[age] as number;
  const arrives = transition.arrives[age] as number;
  const fteArrives = transition.fteArrives[age] as number;
  const end = (age + 1) * count;
  let present = 0;
  let ftePresent = 0;
  for (let cell = age * count; cell < end; cell += 1) {
    const stock = headcount[cell] as number;
    const fteStock = fte[cell] as number;
    people[cell] = stays * stock + arrives * (headcount[cell - count] as number);
    whole[cell] = fteStays * fteStock + fteArrives * (fte[cell - count] as number);
    present += stock;
    ftePresent += fteStock;
  }
  transition.present[age] = present;
  transition.ftePresent[age] = ftePresent;
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
export function carry(move: CarriedMove, survivors: GroupStock, inflow: GroupStock, bands: number): void {
  const { headcount, fte } = survivors;
  const { headcount: people, fte: whole } = inflow;
  const { share } = move;
  let to = move.toBand;
  let movedPeople = 0;
  let movedFte = 0;
  for (let from = move.fromBand; from < headcount.length; from += bands) {
    const moving = share * (headcount[from] as number);
    const fteMoving = share * (fte[from] as number);
    people[to] = (people[to] as number) + moving;
    whole[to] = (whole[to] as number) + fteMoving;
    movedPeople += moving;
    movedFte += fteMoving;
    to += bands;
  }
  move.headcount = movedPeople;
  move.fte = movedFte;
}

/** A distribution over cells without its zeros, by age band. */
export interface SparseProfile {
  readonly cells: Int32Array;
  readonly shares: Float64Array;
  /** Where each age band starts in `cells` and `shares`; the last entry is their length. */
  readonly ageStart: Int32Array;
}

/** Adds the joiners of one age band who survive their month of arrival. */
export function joinAge(
  inflow: GroupStock,
  profile: SparseProfile,
  age: number,
  people: number,
  fte: number,
): void {
  const { cells, shares } = profile;
  const { headcount, fte: whole } = inflow;
  const end = profile.ageStart[age + 1] as number;
  for (let entry = profile.ageStart[age] as number; entry < end; entry += 1) {
    const cell = cells[entry] as number;
    const share = shares[entry] as number;
    headcount[cell] = (headcount[cell] as number) + people * share;
    whole[cell] = (whole[cell] as number) + fte * share;
  }
}

/** One measure of a group, people or FTE, in the month in hand. */
export interface MeasureCells {
  readonly opening: Float64Array;
  readonly survivors: Float64Array;
  readonly inflow: Float64Array;
  readonly closing: Float64Array;
  readonly closingByBand: Float64Array;
}

/** Closing stock of every cell: the survivors who keep their band, and the inflow; with its sums by band. */
export function closeCells(measure: MeasureCells, keeps: Float64Array): void {
  const { survivors, inflow, closing, closingByBand } = measure;
  const bands = keeps.length;
  for (let band = 0; band < bands; band += 1) {
    const kept = keeps[band] as number;
    let total = 0;
    for (let cell = band; cell < closing.length; cell += bands) {
      const stock = kept * (survivors[cell] as number) + (inflow[cell] as number);
      closing[cell] = stock;
      total += stock;
    }
    closingByBand[band] = total;
  }
}
