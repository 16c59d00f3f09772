/** Closing stocks with their balance, and what is reported of them: kernel.ts, ledger.ts, invariants.ts. */
import { Cost, Count, Group, Plan } from '../memory-map';
import { NEAR } from './constants';
import { at, setAt, setWord, word } from './records';

const TOLERANCE: f64 = 1e-9;
const SMALLEST: f64 = 1e-300;
const COST_BYTES: usize = <usize>Cost.Words << 2;

/**
 * Closes every cell, empties the inflow, and checks each cell against the flows worked out from the
 * opening stock a second time. False where a cell does not balance, is negative or not a number.
 */
export function closeCells(plan: usize, group: usize): bool {
  const rowBytes = word(plan, Plan.RowBytes);
  flowsOfAges(plan, group);
  let distances = i64x2.splat(0);
  let band: usize = 0;
  for (; band + 32 <= rowBytes; band += 32) {
    distances = v128.or(distances, closeTwoBands(plan, group, band));
  }
  if (band < rowBytes) {
    distances = v128.or(distances, closeOneBand(plan, group, band));
  }
  return isNear(distances);
}

/**
 * What of the opening stock of each age band remains there, and what arrives from the next younger one, as
 * shares of their opening stocks; worked out apart from the loops that made them.
 */
function flowsOfAges(plan: usize, group: usize): void {
  const ages = <i32>word(plan, Plan.Ages);
  let arrives = f64x2.splat(0);
  for (let age = 0; age < ages; age += 1) {
    const pair = <usize>age << 4;
    const survives = v128.load(word(group, Group.Survives) + pair);
    const passes = f64x2.mul(survives, f64x2.splat(at(plan, Plan.PassesOn, age)));
    v128.store(word(group, Group.Flows) + 2 * pair, f64x2.sub(survives, passes));
    v128.store(word(group, Group.Flows) + 2 * pair, arrives, 16);
    arrives = passes;
  }
}

/** Closes a band and the next one; gives the distances of all cells, put together. */
function closeTwoBands(plan: usize, group: usize, band: usize): v128 {
  const ages = <i32>word(plan, Plan.Ages);
  const rowBytes = word(plan, Plan.RowBytes);
  const ageBytes = word(plan, Plan.AgeBytes);
  const keeps = word(group, Group.Keeps) + band;
  const kept = v128.load(keeps);
  const keptNext = v128.load(keeps, 16);
  const opening = word(group, Group.Opening) + band;
  const survivors = word(group, Group.Survivors) + band;
  const inflow = word(group, Group.Inflow) + band;
  const closing = word(group, Group.Closing) + band;
  let sum = f64x2.splat(0);
  let sumNext = f64x2.splat(0);
  let distances = i64x2.splat(0);
  let flows = word(group, Group.Flows);
  let place: usize = 0;
  for (let age = 0; age < ages; age += 1) {
    const remains = v128.load(flows);
    const arrives = v128.load(flows, 16);
    const stays = f64x2.mul(remains, kept);
    const aged = f64x2.mul(arrives, kept);
    const staysNext = f64x2.mul(remains, keptNext);
    const agedNext = f64x2.mul(arrives, keptNext);
    flows += 32;
    const younger = age == 0 ? opening : opening - ageBytes;
    const end = place + ageBytes;
    for (; place < end; place += rowBytes) {
      const stock = close(survivors + place, inflow + place, closing + place, 0, kept);
      const next = close(survivors + place, inflow + place, closing + place, 16, keptNext);
      sum = f64x2.add(sum, stock);
      sumNext = f64x2.add(sumNext, next);
      const far = distance(stock, opening + place, younger + place, inflow + place, stays, aged);
      const farNext = distance(next, opening + place + 16, younger + place + 16, inflow + place + 16, staysNext, agedNext);
      distances = v128.or(distances, v128.or(far, farNext));
    }
  }
  v128.store(word(group, Group.ClosingByBand) + band, sum);
  v128.store(word(group, Group.ClosingByBand) + band, sumNext, 16);
  return distances;
}

function closeOneBand(plan: usize, group: usize, band: usize): v128 {
  const ages = <i32>word(plan, Plan.Ages);
  const rowBytes = word(plan, Plan.RowBytes);
  const ageBytes = word(plan, Plan.AgeBytes);
  const kept = v128.load(word(group, Group.Keeps) + band);
  const opening = word(group, Group.Opening) + band;
  const survivors = word(group, Group.Survivors) + band;
  const inflow = word(group, Group.Inflow) + band;
  const closing = word(group, Group.Closing) + band;
  let sum = f64x2.splat(0);
  let distances = i64x2.splat(0);
  let flows = word(group, Group.Flows);
  let place: usize = 0;
  for (let age = 0; age < ages; age += 1) {
    const remains = v128.load(flows);
    const arrives = v128.load(flows, 16);
    const stays = f64x2.mul(remains, kept);
    const aged = f64x2.mul(arrives, kept);
    flows += 32;
    const younger = age == 0 ? opening : opening - ageBytes;
    const end = place + ageBytes;
    for (; place < end; place += rowBytes) {
      const stock = close(survivors + place, inflow + place, closing + place, 0, kept);
      sum = f64x2.add(sum, stock);
      const far = distance(stock, opening + place, younger + place, inflow + place, stays, aged);
      distances = v128.or(distances, far);
    }
  }
  v128.store(word(group, Group.ClosingByBand) + band, sum);
  return distances;
}

@inline
function close(survivors: usize, inflow: usize, closing: usize, offset: usize, kept: v128): v128 {
  const stock = f64x2.add(f64x2.mul(kept, v128.load(survivors + offset)), v128.load(inflow + offset));
  v128.store(closing + offset, stock);
  return stock;
}

/**
 * How far a cell is from what its opening stock, arrivals and inflow make it, in units in the last place and
 * shifted by NEAR: below 2 NEAR where both are within 2^22 units, less than 1e-9 of one another. Sign and
 * exponent make it large where the stock is negative; infinity and NaN break the balance of the group.
 * Stricter than the readable engine, which has the last word. Empties the inflow.
 */
@inline
function distance(
  found: v128,
  opening: usize,
  younger: usize,
  inflow: usize,
  stays: v128,
  aged: v128,
): v128 {
  const joining = v128.load(inflow);
  v128.store(inflow, f64x2.splat(0));
  const present = f64x2.add(f64x2.mul(stays, v128.load(opening)), f64x2.mul(aged, v128.load(younger)));
  const expected = f64x2.add(present, joining);
  return i64x2.add(i64x2.sub(found, expected), near());
}

@inline
function near(): v128 {
  return v128.load64_splat(NEAR);
}

/** Whether every distance that was put together is below 2 NEAR. */
function isNear(distances: v128): bool {
  return !v128.any_true(i64x2.shr_u(distances, 23));
}

/** Reports the stock of a group after `months` months, from its sums by band. */
export function recordStock(plan: usize, group: usize, byBand: usize, months: i32): void {
  const rowBytes = word(plan, Plan.RowBytes);
  let sum = f64x2.splat(0);
  for (let band: usize = 0; band < rowBytes; band += 16) {
    sum = f64x2.add(sum, v128.load(byBand + band));
  }
  setAt(group, Group.Headcount, months, f64x2.extract_lane(sum, 0));
  setAt(group, Group.Fte, months, f64x2.extract_lane(sum, 1));
}

/** Keeps the cells of a group after `months` months if they are asked for. */
export function recordCells(plan: usize, group: usize, cells: usize, months: i32): void {
  const slot = load<i32>(word(plan, Plan.KeptCells) + (<usize>months << 2));
  if (slot >= 0) {
    const bytes = word(plan, Plan.GroupBytes);
    memory.copy(word(group, Group.KeptCells) + <usize>slot * bytes, cells, bytes);
  }
}

/** Absence and cost of a month, on the mean of opening and closing stock. */
export function recordMeans(plan: usize, group: usize, month: i32): void {
  const meanFte = (at(group, Group.Fte, month) + at(group, Group.Fte, month + 1)) / 2;
  setAt(group, Group.AvailableFte, month + 1, meanFte * (1 - at(group, Group.Absence, month)));
  const months = <i32>word(plan, Plan.Months);
  const lines = <i32>word(group, Group.CostCount);
  for (let line = 0; line < lines; line += 1) {
    const cost = word(group, Group.Costs) + <usize>line * COST_BYTES;
    setAt(group, Group.CostsByLine, line * months + month, poundsOfMonth(plan, group, cost, month));
  }
  if (word(group, Group.MeanFte) != 0) {
    recordMeansByBand(plan, group, month);
  }
}

function poundsOfMonth(plan: usize, group: usize, cost: usize, month: i32): f64 {
  const bands = <i32>word(plan, Plan.Bands);
  const opening = word(group, Group.OpeningByBand);
  const closing = word(group, Group.ClosingByBand);
  const perFte = word(cost, Cost.PoundsPerFte) + (<usize>(month * bands) << 3);
  const perHead = word(cost, Cost.PoundsPerHead) + (<usize>(month * bands) << 3);
  let pounds: f64 = 0;
  for (let band = 0; band < bands; band += 1) {
    const both = f64x2.add(
      v128.load(opening + (<usize>band << 4)),
      v128.load(closing + (<usize>band << 4)),
    );
    const forFte = f64x2.extract_lane(both, 1) * load<f64>(perFte + (<usize>band << 3));
    const forHead = f64x2.extract_lane(both, 0) * load<f64>(perHead + (<usize>band << 3));
    pounds += 0.5 * (forFte + forHead);
  }
  return pounds;
}

function recordMeansByBand(plan: usize, group: usize, month: i32): void {
  const bands = <i32>word(plan, Plan.Bands);
  const opening = word(group, Group.OpeningByBand);
  const closing = word(group, Group.ClosingByBand);
  for (let band = 0; band < bands; band += 1) {
    const pair = <usize>band << 4;
    const mean = f64x2.mul(
      f64x2.splat(0.5),
      f64x2.add(v128.load(opening + pair), v128.load(closing + pair)),
    );
    setAt(group, Group.MeanHeadcount, month * bands + band, f64x2.extract_lane(mean, 0));
    setAt(group, Group.MeanFte, month * bands + band, f64x2.extract_lane(mean, 1));
  }
}

/** Whether the reported flows carry opening to closing, people and FTE. */
export function isGroupBalanced(plan: usize, group: usize, month: i32): bool {
  const inPeople =
    at(group, Group.Headcount, month) +
    sumAt(plan, group, Group.JoinersBySource, Count.Sources, month) +
    at(group, Group.MovesIn, month);
  const outPeople =
    at(group, Group.PlannedExitsMade, month) +
    sumAt(plan, group, Group.ExitsByCause, Count.Causes, month) +
    at(group, Group.MovesOut, month);
  const change = at(group, Group.FteParticipationChange, month);
  const inFte =
    at(group, Group.Fte, month) +
    at(group, Group.FteJoiners, month) +
    at(group, Group.FteMovesIn, month) +
    max<f64>(0, change);
  const outFte = at(group, Group.FteExits, month) + at(group, Group.FteMovesOut, month) + max<f64>(0, -change);
  return (
    isBalanced(at(group, Group.Headcount, month + 1), inPeople, outPeople) &&
    isBalanced(at(group, Group.Fte, month + 1), inFte, outFte)
  );
}

function sumAt(plan: usize, group: usize, field: i32, count: i32, month: i32): f64 {
  const months = <i32>word(plan, Plan.Months);
  let sum: f64 = 0;
  for (let index = 0; index < count; index += 1) {
    sum += at(group, field, index * months + month);
  }
  return sum;
}

function isBalanced(found: f64, inflow: f64, outflow: f64): bool {
  return Math.abs(found - (inflow - outflow)) <= TOLERANCE * inflow + SMALLEST;
}

/** The closing stock is the opening one of the next month. */
export function turn(group: usize): void {
  const opening = word(group, Group.Opening);
  const byBand = word(group, Group.OpeningByBand);
  setWord(group, Group.Opening, word(group, Group.Closing));
  setWord(group, Group.OpeningByBand, word(group, Group.ClosingByBand));
  setWord(group, Group.Closing, opening);
  setWord(group, Group.ClosingByBand, byBand);
}
