/** The exits of a group in a month by age band: exit-rates.ts, two ages in the lanes of a vector. */
import { Count, ExitTable, Group, Plan } from '../memory-map';
import { TINY, exponential, hazard, tinyHazards } from './logarithm';
import { setWord, word } from './records';

/** A hazard below which nobody leaves: the stay is 1 to the last bit. */
const NOBODY: f64 = 1e-300;

/** Fills stay, its square root and the shares of the causes of all ages in a month. */
export function loadRates(plan: usize, group: usize, month: i32): void {
  const ages = <i32>word(plan, Plan.Ages);
  if (word(plan, Plan.ExitTable) == ExitTable.Hazards) {
    const period = load<i32>(word(plan, Plan.PeriodOfMonth) + (<usize>month << 2));
    loadPeriod(group, ages, word(group, Group.ExitTable) + (<usize>(period * ages * Count.Causes) << 3));
    return;
  }
  for (let age = 0; age < ages; age += 2) {
    loadProbabilities(plan, group, month * ages + age, age);
  }
}

/** Bytes of one number for each age, with room for whole vectors. */
@inline
export function paddedBytes(ages: i32): usize {
  return <usize>((ages + 1) & ~1) << 3;
}

/** The rates of a period, unless they are those of the month before. */
function loadPeriod(group: usize, ages: i32, hazards: usize): void {
  if (word(group, Group.LoadedHazards) == hazards) {
    return;
  }
  setWord(group, Group.LoadedHazards, hazards);
  for (let age = 0; age < ages; age += 1) {
    loadHazards(group, paddedBytes(ages), age, hazards + (<usize>(age * Count.Causes) << 3));
  }
}

function loadHazards(group: usize, padded: usize, age: i32, hazards: usize): void {
  let total: f64 = 0;
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    total += load<f64>(hazards + (cause << 3));
  }
  const stay = exponential(-total);
  const place = <usize>age << 3;
  store<f64>(word(group, Group.Stay) + place, stay);
  store<f64>(word(group, Group.StayFromMiddle) + place, Math.sqrt(stay));
  const shares = word(group, Group.CauseShare) + place;
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    store<f64>(shares + <usize>cause * padded, shareOf(hazards, sizeof<f64>(), cause, total));
  }
}

/** Share of a cause in the exits; causes that nobody escapes share them equally. */
function shareOf(hazards: usize, step: usize, cause: i32, total: f64): f64 {
  const own = load<f64>(hazards + <usize>cause * step);
  if (total < Infinity) {
    return total > NOBODY ? own * (1 / total) : 0;
  }
  let certain = 0;
  for (let other = 0; other < Count.Causes; other += 1) {
    certain += i32(load<f64>(hazards + <usize>other * step) == Infinity);
  }
  return own == Infinity ? 1.0 / <f64>certain : 0;
}

/** Two ages from the table of probabilities, unless they are those of the month before. */
function loadProbabilities(plan: usize, group: usize, index: i32, age: i32): void {
  const ages = <i32>word(plan, Plan.Ages);
  const padded = paddedBytes(ages);
  const table = word(group, Group.ExitTable) + (<usize>index << 3);
  const tableBytes = <usize>(<i32>word(plan, Plan.Months) * ages) << 3;
  const known = word(group, Group.Probability) + (<usize>age << 3);
  let same = i64x2.splat(-1);
  let largest = f64x2.splat(0);
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    const source = table + <usize>cause * tableBytes;
    const value = age + 1 < ages ? v128.load(source) : v128.load64_zero(source);
    const place = known + <usize>cause * padded;
    same = v128.and(same, f64x2.eq(value, v128.load(place)));
    largest = f64x2.max(largest, value);
    v128.store(place, value);
  }
  if (i64x2.all_true(same)) {
    return;
  }
  const isTiny = i64x2.all_true(f64x2.lt(largest, f64x2.splat(TINY)));
  spreadByCause(group, padded, age, isTiny);
}

function spreadByCause(group: usize, padded: usize, age: i32, isTiny: bool): void {
  const place = <usize>age << 3;
  const probabilities = word(group, Group.Probability) + place;
  const shares = word(group, Group.CauseShare) + place;
  let stay = f64x2.splat(1);
  let total = f64x2.splat(0);
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    const value = v128.load(probabilities + <usize>cause * padded);
    const hazards = isTiny ? tinyHazards(value) : anyHazards(value);
    stay = f64x2.mul(stay, f64x2.sub(f64x2.splat(1), value));
    total = f64x2.add(total, hazards);
    v128.store(shares + <usize>cause * padded, hazards);
  }
  v128.store(word(group, Group.Stay) + place, stay);
  v128.store(word(group, Group.StayFromMiddle) + place, f64x2.sqrt(stay));
  if (i64x2.all_true(f64x2.lt(total, f64x2.splat(Infinity)))) {
    divide(shares, padded, total);
  } else {
    divideWithCertain(shares, padded, f64x2.extract_lane(total, 0));
    divideWithCertain(shares + 8, padded, f64x2.extract_lane(total, 1));
  }
}

function anyHazards(m: v128): v128 {
  return f64x2.replace_lane(
    f64x2.splat(hazard(f64x2.extract_lane(m, 0))),
    1,
    hazard(f64x2.extract_lane(m, 1)),
  );
}

/** Turns hazards into shares of their total; 0 where nobody leaves. */
@inline
function divide(shares: usize, padded: usize, total: v128): void {
  const leaves = f64x2.gt(total, f64x2.splat(NOBODY));
  const each = v128.and(f64x2.div(f64x2.splat(1), total), leaves);
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    const place = shares + <usize>cause * padded;
    v128.store(place, f64x2.mul(v128.load(place), each));
  }
}

function divideWithCertain(shares: usize, padded: usize, total: f64): void {
  let certain = 0;
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    certain += i32(load<f64>(shares + <usize>cause * padded) == Infinity);
  }
  for (let cause = 0; cause < Count.Causes; cause += 1) {
    const place = shares + <usize>cause * padded;
    const own = load<f64>(place);
    const finite: f64 = total > NOBODY ? own * (1 / total) : 0;
    const ofCertain: f64 = own == Infinity ? 1.0 / <f64>certain : 0;
    store<f64>(place, certain > 0 ? ofCertain : finite);
  }
}
