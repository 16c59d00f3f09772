/** Moves between bands and groups: movement.ts. */
import { Group, List, Plan, Route } from '../memory-map';
import { addAt, at, setAt, word } from './records';

const ROUTE_BYTES: usize = <usize>Route.Words << 2;

/** Moves the survivors of linked groups: fills inflows, the shares that keep their band, the reports. */
export function move(plan: usize, list: usize, month: i32): void {
  keepAll(plan, list);
  const first = word(list, List.Routes);
  const end = first + word(list, List.RouteCount) * ROUTE_BYTES;
  for (let route = first; route < end; route += ROUTE_BYTES) {
    const share = at(route, Route.Probability, month);
    setAt(route, Route.Share, 0, share);
    takeShare(route, share);
  }
  if (word(list, List.HasPlannedMoves) != 0) {
    addPlanned(plan, first, end, month);
  }
  for (let route = first; route < end; route += 4 * ROUTE_BYTES) {
    if (isAnyMoving(route)) {
      carryFour(plan, route);
    }
  }
  for (let route = first; route < end; route += ROUTE_BYTES) {
    report(route, month);
  }
}

function keepAll(plan: usize, list: usize): void {
  const bands = word(plan, Plan.Bands);
  const groups = <i32>word(list, List.GroupCount);
  for (let index = 0; index < groups; index += 1) {
    const keeps = word(load<u32>(word(list, List.Groups) + (<usize>index << 2)), Group.Keeps);
    for (let band: usize = 0; band < bands; band += 1) {
      v128.store(keeps + (band << 4), f64x2.splat(1));
    }
  }
}

function takeShare(route: usize, share: f64): void {
  const keeps = word(word(route, Route.From), Group.Keeps) + word(route, Route.FromBand);
  v128.store(keeps, f64x2.splat(max<f64>(0, load<f64>(keeps) - share)));
}

/** Turns the planned numbers of the month into further shares of the survivors. */
function addPlanned(plan: usize, first: usize, end: usize, month: i32): void {
  let isAnyPlanned = false;
  for (let route = first; route < end; route += ROUTE_BYTES) {
    setAt(route, Route.Unmet, month, 0);
    if (at(route, Route.People, month) > 0) {
      sumSurvivors(plan, word(route, Route.From));
      isAnyPlanned = true;
    }
  }
  if (!isAnyPlanned) {
    return;
  }
  for (let route = first; route < end; route += ROUTE_BYTES) {
    if (at(route, Route.People, month) > 0) {
      setAt(route, Route.Carried, 0, carriedShare(route, first, end, month));
    }
  }
  for (let route = first; route < end; route += ROUTE_BYTES) {
    const wanted = at(route, Route.People, month);
    if (wanted > 0) {
      const taken = wanted * at(route, Route.Carried, 0);
      const share: f64 = taken > 0 ? taken / survivorsOf(route) : 0;
      setAt(route, Route.Unmet, month, wanted - taken);
      takeShare(route, share);
      setAt(route, Route.Share, 0, share + at(route, Route.Probability, month));
    }
  }
}

function sumSurvivors(plan: usize, group: usize): void {
  const rowBytes = word(plan, Plan.RowBytes);
  const sums = word(group, Group.SurvivorsByBand);
  const survivors = word(group, Group.Survivors);
  const end = survivors + word(plan, Plan.GroupBytes);
  memory.fill(sums, 0, rowBytes);
  for (let row = survivors; row < end; row += rowBytes) {
    for (let band: usize = 0; band < rowBytes; band += 16) {
      v128.store(sums + band, f64x2.add(v128.load(sums + band), v128.load(row + band)));
    }
  }
}

function survivorsOf(route: usize): f64 {
  return load<f64>(word(word(route, Route.From), Group.SurvivorsByBand) + word(route, Route.FromBand));
}

/** Share of the planned numbers out of a route's origin that its stock can carry. */
function carriedShare(route: usize, first: usize, end: usize, month: i32): f64 {
  const from = word(route, Route.From);
  const band = word(route, Route.FromBand);
  const free = load<f64>(word(from, Group.Keeps) + band) * survivorsOf(route);
  let wanted: f64 = 0;
  for (let other = first; other < end; other += ROUTE_BYTES) {
    const people = at(other, Route.People, month);
    if (people > 0 && word(other, Route.From) == from && word(other, Route.FromBand) == band) {
      wanted += people;
    }
  }
  return wanted > free ? free / wanted : 1;
}

/** Whether any of four routes has movers; a share of 0 carries nobody. */
function isAnyMoving(route: usize): bool {
  return (
    at(route, Route.Share, 0) > 0 ||
    at(route + ROUTE_BYTES, Route.Share, 0) > 0 ||
    at(route + 2 * ROUTE_BYTES, Route.Share, 0) > 0 ||
    at(route + 3 * ROUTE_BYTES, Route.Share, 0) > 0
  );
}

@inline
function origin(route: usize): usize {
  return word(word(route, Route.From), Group.Survivors) + word(route, Route.FromBand);
}

@inline
function destination(route: usize): usize {
  return word(word(route, Route.To), Group.Inflow) + word(route, Route.ToBand);
}

@inline
function shareOf(route: usize): v128 {
  return f64x2.splat(at(route, Route.Share, 0));
}

/** Puts the movers of one row on the inflow of their new band; gives the sum with them. */
@inline
function carryPair(from: usize, to: usize, share: v128, sum: v128): v128 {
  const moving = f64x2.mul(share, v128.load(from));
  v128.store(to, f64x2.add(v128.load(to), moving));
  return f64x2.add(sum, moving);
}

/** Four routes, one after the other in every row: the sums of each do not wait for one another. */
function carryFour(plan: usize, a: usize): void {
  const b = a + ROUTE_BYTES;
  const c = b + ROUTE_BYTES;
  const d = c + ROUTE_BYTES;
  const rowBytes = word(plan, Plan.RowBytes);
  const end = word(plan, Plan.GroupBytes);
  const fromA = origin(a), fromB = origin(b), fromC = origin(c), fromD = origin(d);
  const toA = destination(a), toB = destination(b), toC = destination(c), toD = destination(d);
  const shareA = shareOf(a), shareB = shareOf(b), shareC = shareOf(c), shareD = shareOf(d);
  let sumA = f64x2.splat(0), sumB = f64x2.splat(0), sumC = f64x2.splat(0), sumD = f64x2.splat(0);
  for (let row: usize = 0; row < end; row += rowBytes) {
    sumA = carryPair(fromA + row, toA + row, shareA, sumA);
    sumB = carryPair(fromB + row, toB + row, shareB, sumB);
    sumC = carryPair(fromC + row, toC + row, shareC, sumC);
    sumD = carryPair(fromD + row, toD + row, shareD, sumD);
  }
  v128.store(word(a, Route.Moved), sumA);
  v128.store(word(b, Route.Moved), sumB);
  v128.store(word(c, Route.Moved), sumC);
  v128.store(word(d, Route.Moved), sumD);
}

function report(route: usize, month: i32): void {
  if (!(at(route, Route.Share, 0) > 0)) {
    return;
  }
  const from = word(route, Route.From);
  const to = word(route, Route.To);
  const people = at(route, Route.Moved, 0);
  const fte = at(route, Route.Moved, 1);
  addAt(from, Group.MovesOut, month, people);
  addAt(from, Group.FteMovesOut, month, fte);
  addAt(to, Group.MovesIn, month, people);
  addAt(to, Group.FteMovesIn, month, fte);
}
