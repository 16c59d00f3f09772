import type { GroupWork } from './group-work';
import { type CarriedMove, carry } from './kernel';
import type { Layout } from './layout';
import type { EngineMove } from './model';
import { sumByBand } from './state';

/** A move with its ends as groups, and what it carries in the month in hand. */
interface Route extends CarriedMove {
  readonly move: EngineMove;
  readonly from: GroupWork;
  readonly to: GroupWork;
  /** Planned numbers that the stock could not carry, people a month. */
  readonly unmet: Float64Array;
}

/**
 * The moves among linked groups in a month. All act on the same survivors at once: first the
 * probabilities, then planned numbers from what is left, capped there in equal proportion.
 * Source: projection model, section 3.6.
 */
export class Movement {
  private readonly routes: readonly Route[];
  /** Groups that anybody leaves by a planned number in some month. */
  private readonly plannedFrom: ReadonlySet<GroupWork>;

  /** `unmet` receives, for each of `moves`, what could not be carried. */
  constructor(
    moves: readonly EngineMove[],
    private readonly groups: ReadonlyMap<number, GroupWork>,
    private readonly layout: Layout,
    unmet: readonly Float64Array[],
  ) {
    this.routes = moves.flatMap((move, index) => routeOf(move, groups, unmet[index] as Float64Array));
    const isPlanned = (route: Route): boolean => route.move.people.some((people) => people > 0);
    this.plannedFrom = new Set(this.routes.filter(isPlanned).map((route) => route.from));
  }

  /** Moves the survivors of all groups: fills the inflows, the shares that keep their band, the reports. */
  step(month: number): void {
    for (const { keeps } of this.groups.values()) {
      keeps.fill(1);
    }
    for (const route of this.routes) {
      route.share = route.move.probability[month] as number;
      takeShare(route);
    }
    if (this.plannedFrom.size > 0) {
      this.addPlanned(month);
    }
    for (const route of this.routes) {
      if (route.share > 0) {
        carry(route, route.from.stocks.survivors.cells, route.to.stocks.inflow.cells, this.layout.rowSize);
        report(route, month);
      }
    }
  }

  /** Turns the planned numbers of the month into further shares of the survivors. */
  private addPlanned(month: number): void {
    for (const { stocks } of this.plannedFrom) {
      sumByBand(stocks.survivors);
    }
    const planned = this.routes.filter((route) => (route.move.people[month] as number) > 0);
    const carried = planned.map((route) => carriedShare(route, planned, month));
    planned.forEach((route, index) => {
      const wanted = route.move.people[month] as number;
      const taken = wanted * (carried[index] as number);
      route.unmet[month] = wanted - taken;
      route.share = taken > 0 ? taken / survivorsOf(route) : 0;
      takeShare(route);
      route.share += route.move.probability[month] as number;
    });
  }
}

function routeOf(move: EngineMove, groups: ReadonlyMap<number, GroupWork>, unmet: Float64Array): Route[] {
  const from = groups.get(move.fromGroup);
  const to = groups.get(move.toGroup);
  if (from === undefined || to === undefined) {
    return [];
  }
  const { fromBand, toBand } = move;
  return [{ move, from, to, unmet, fromBand, toBand, share: 0, headcount: 0, fte: 0 }];
}

function takeShare({ from, fromBand, share }: Route): void {
  from.keeps[fromBand] = Math.max(0, (from.keeps[fromBand] as number) - share);
}

function survivorsOf({ from, fromBand }: Route): number {
  return from.stocks.survivors.byBand[2 * fromBand] as number;
}

/** Share of the planned numbers out of a route's origin that its stock can carry. */
function carriedShare(route: Route, planned: readonly Route[], month: number): number {
  const free = (route.from.keeps[route.fromBand] as number) * survivorsOf(route);
  const wanted = planned
    .filter((other) => other.from === route.from && other.fromBand === route.fromBand)
    .reduce((sum, other) => sum + (other.move.people[month] as number), 0);
  return wanted > free ? free / wanted : 1;
}

function report({ from, to, headcount, fte }: Route, month: number): void {
  add(from.ledger.movesOut, month, headcount);
  add(from.ledger.fteMovesOut, month, fte);
  add(to.ledger.movesIn, month, headcount);
  add(to.ledger.fteMovesIn, month, fte);
}

function add(series: Float64Array, month: number, value: number): void {
  series[month] = (series[month] as number) + value;
}
