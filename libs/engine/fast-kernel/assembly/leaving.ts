/** Planned exits, exits by cause, ageing and participation: leaving.ts. */
import { Count, Group, Plan } from '../memory-map';
import { loadRates, paddedBytes } from './exit-rates';
import { at, setAt, word } from './records';

export function leave(plan: usize, group: usize, month: i32): void {
  clearFlows(plan, group, month);
  const kept = 1 - plannedShare(group, month);
  const participation = at(group, Group.Participation, month);
  loadRates(plan, group, month);
  prepareTransition(plan, group, kept, participation);
  surviveAll(plan, group);
  countExits(plan, group, kept, month);
}

/** Empties the flows of the month that add up from several moves and sources. */
function clearFlows(plan: usize, group: usize, month: i32): void {
  const months = <i32>word(plan, Plan.Months);
  for (let source = 0; source < Count.Sources; source += 1) {
    setAt(group, Group.JoinersBySource, source * months + month, 0);
  }
  setAt(group, Group.FteJoiners, month, 0);
  setAt(group, Group.MovesIn, month, 0);
  setAt(group, Group.MovesOut, month, 0);
  setAt(group, Group.FteMovesIn, month, 0);
  setAt(group, Group.FteMovesOut, month, 0);
}

function plannedShare(group: usize, month: i32): f64 {
  const wanted = at(group, Group.PlannedExits, month);
  const people = at(group, Group.Headcount, month);
  const taken = min<f64>(wanted, people);
  setAt(group, Group.PlannedExitsMade, month, taken);
  setAt(group, Group.UnmetPlannedExits, month, wanted - taken);
  return taken > 0 ? taken / people : 0;
}

function prepareTransition(plan: usize, group: usize, kept: f64, participation: f64): void {
  const ages = <i32>word(plan, Plan.Ages);
  const factor = f64x2.replace_lane(f64x2.splat(1), 1, participation);
  let arrives: f64 = 0;
  for (let age = 0; age < ages; age += 1) {
    const survives = kept * at(group, Group.Stay, age);
    const passes = survives * at(plan, Plan.PassesOn, age);
    setPair(group, Group.Survives, age, f64x2.mul(f64x2.splat(survives), factor));
    setPair(group, Group.Stays, age, f64x2.mul(f64x2.splat(survives - passes), factor));
    setPair(group, Group.Arrives, age, f64x2.mul(f64x2.splat(arrives), factor));
    arrives = passes;
  }
}

@inline
function setPair(group: usize, field: i32, age: i32, value: v128): void {
  v128.store(word(group, field) + (<usize>age << 4), value);
}

/** Fills the survivors of every cell and the sums of the opening stock by age. */
function surviveAll(plan: usize, group: usize): void {
  const ages = <i32>word(plan, Plan.Ages);
  const rowBytes = word(plan, Plan.RowBytes);
  const ageBytes = word(plan, Plan.AgeBytes);
  let opening = word(group, Group.Opening);
  let survivors = word(group, Group.Survivors);
  for (let age = 0; age < ages; age += 1) {
    const pair = <usize>age << 4;
    const arrives = v128.load(word(group, Group.Arrives) + pair);
    const younger = f64x2.extract_lane(arrives, 0) > 0 ? opening - ageBytes : opening;
    const stays = v128.load(word(group, Group.Stays) + pair);
    let present = f64x2.splat(0);
    for (let row: usize = 0; row < ageBytes; row += rowBytes) {
      const sum = surviveRow(opening + row, younger + row, survivors + row, rowBytes, stays, arrives);
      present = f64x2.add(present, sum);
    }
    v128.store(word(group, Group.Present) + pair, present);
    opening += ageBytes;
    survivors += ageBytes;
  }
}

/** Survivors of a row; where nobody arrives from a younger age band its share is 0. */
@inline
function surviveRow(
  opening: usize,
  younger: usize,
  survivors: usize,
  bytes: usize,
  stays: v128,
  arrives: v128,
): v128 {
  let sum = f64x2.splat(0);
  let place: usize = 0;
  for (; place + 64 <= bytes; place += 64) {
    sum = survivePair(opening + place, younger + place, survivors + place, 0, stays, arrives, sum);
    sum = survivePair(opening + place, younger + place, survivors + place, 16, stays, arrives, sum);
    sum = survivePair(opening + place, younger + place, survivors + place, 32, stays, arrives, sum);
    sum = survivePair(opening + place, younger + place, survivors + place, 48, stays, arrives, sum);
  }
  for (; place < bytes; place += 16) {
    sum = survivePair(opening + place, younger + place, survivors + place, 0, stays, arrives, sum);
  }
  return sum;
}

@inline
function survivePair(
  opening: usize,
  younger: usize,
  survivors: usize,
  offset: usize,
  stays: v128,
  arrives: v128,
  sum: v128,
): v128 {
  const stock = v128.load(opening + offset);
  const aged = f64x2.mul(arrives, v128.load(younger + offset));
  v128.store(survivors + offset, f64x2.add(f64x2.mul(stays, stock), aged));
  return f64x2.add(sum, stock);
}

function countExits(plan: usize, group: usize, kept: f64, month: i32): void {
  const ages = <i32>word(plan, Plan.Ages);
  const participation = at(group, Group.Participation, month);
  let present: f64 = 0;
  let remaining: f64 = 0;
  for (let age = 0; age < ages; age += 1) {
    const stay = at(group, Group.Stay, age);
    const fte = at(group, Group.Present, 2 * age + 1);
    setAt(group, Group.Exits, age, kept * at(group, Group.Present, 2 * age) * (1 - stay));
    present += fte;
    remaining += kept * fte * stay;
  }
  setAt(group, Group.FteExits, month, present - remaining);
  setAt(group, Group.FteParticipationChange, month, remaining * (participation - 1));
}

/** Exits of the month by cause and by destination. */
export function reportExits(plan: usize, group: usize, month: i32): void {
  const ages = <i32>word(plan, Plan.Ages);
  const months = <i32>word(plan, Plan.Months);
  const padded = paddedBytes(ages);
  const exits = word(group, Group.Exits);
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    const shares = word(group, Group.CauseShare) + <usize>cause * padded;
    let total: f64 = 0;
    for (let age = 0; age < ages; age += 1) {
      total += load<f64>(exits + (<usize>age << 3)) * load<f64>(shares + (<usize>age << 3));
    }
    setAt(group, Group.ExitsByCause, cause * months + month, total);
  }
  const voluntary = at(group, Group.ExitsByCause, month);
  setAt(group, Group.ExitsToSameSystem, month, voluntary * at(group, Group.ShareToSameSystem, month));
  setAt(group, Group.ExitsToOtherNhs, month, voluntary * at(group, Group.ShareToOtherNhs, month));
}
