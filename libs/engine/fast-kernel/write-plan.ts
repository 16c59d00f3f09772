import { type Layout, layoutOf } from '../layout';
import { linkedGroups } from '../linked-groups';
import type { EngineInput, EngineMove } from '../model';
import type { Arena } from './arena';
import { List, Plan, Route } from './memory-map';
import { type PlanContent, type WorkingAreas, workingAreas, writeGroup } from './write-group';

/** A plan in the memory of a kernel: its address, and the records that say where results will lie. */
export interface WrittenPlan {
  readonly address: number;
  readonly layout: Layout;
  /** Words of each group's record, in the order of the input. */
  readonly groups: readonly (readonly number[])[];
  /** Words of each move's record, in the order of the input. */
  readonly routes: readonly (readonly number[])[];
  /** Addresses of what each move could not carry, by month. */
  readonly unmetMoves: readonly number[];
  /** Month ends whose cells are kept, ascending. */
  readonly keptMonths: readonly number[];
}

/** Lays out a valid input in the memory of a kernel. */
export function writePlan(input: EngineInput, content: PlanContent, arena: Arena): WrittenPlan {
  const layout = layoutOf(input);
  const lists = linkedGroups(input);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const areas = Array.from({ length: longest }, () => workingAreas(layout, arena));
  const groups: number[][] = [];
  for (const list of lists) {
    list.forEach((group, place) => {
      groups[group] = writeGroup({ input, layout, content, arena }, group, areas[place] as WorkingAreas);
    });
  }
  const addresses = groups.map((record) => arena.words(record));
  const unmetMoves = input.moves.map(() => arena.zeros(input.months));
  const nobody = arena.zeros(input.months);
  const site: RouteSite = { addresses, unmetMoves, nobody, content, arena };
  const routes = input.moves.map((move, index) => routeRecord(move, index, site));
  const byList = routesByList(input, lists, routes);
  const listRecords = lists.flatMap((list, index) => writeList(list, byList[index] ?? [], site));
  return {
    address: arena.words(planRecord(input, layout, content, listRecords, arena)),
    layout,
    groups,
    routes,
    unmetMoves,
    keptMonths: content.keptMonths,
  };
}

function planRecord(
  input: EngineInput,
  layout: Layout,
  content: PlanContent,
  listRecords: readonly number[],
  arena: Arena,
): number[] {
  const record = new Array<number>(Plan.Words).fill(0);
  record[Plan.Bands] = layout.bands;
  record[Plan.Ages] = layout.ages;
  record[Plan.Months] = layout.months;
  record[Plan.RowBytes] = layout.rowSize * 8;
  record[Plan.AgeBytes] = layout.slabSize * 8;
  record[Plan.GroupBytes] = layout.groupSize * 8;
  record[Plan.PassesOn] = arena.numbers(layout.passesOn);
  record[Plan.KeptCells] = arena.words(
    Array.from({ length: input.months + 1 }, (_, month) => content.keptMonths.indexOf(month)),
  );
  record[Plan.PeriodOfMonth] = arena.words(content.periodOfMonth);
  record[Plan.ExitTable] = content.exitTable;
  record[Plan.ListCount] = listRecords.length / List.Words;
  record[Plan.Lists] = arena.words(listRecords);
  return record;
}

/** What the routes of a plan share. */
interface RouteSite {
  /** Addresses of the groups' records. */
  readonly addresses: readonly number[];
  readonly unmetMoves: readonly number[];
  /** Address of numbers by month that are all 0. */
  readonly nobody: number;
  readonly content: PlanContent;
  readonly arena: Arena;
}

/** Routes among the groups of each list. */
function routesByList(
  input: EngineInput,
  lists: readonly (readonly number[])[],
  routes: readonly number[][],
): number[][][] {
  const listOf = new Map(lists.flatMap((list, index) => list.map((group) => [group, index] as const)));
  const byList: number[][][] = lists.map(() => []);
  routes.forEach((route, index) => {
    byList[listOf.get(input.moves[index]?.fromGroup ?? -1) ?? -1]?.push(route);
  });
  return byList;
}

function writeList(list: readonly number[], own: readonly number[][], site: RouteSite): number[] {
  const { arena, addresses, nobody } = site;
  const routes = [...own];
  while (routes.length % 4 > 0) {
    routes.push(idleRoute(addresses[list[0] as number] as number, nobody));
  }
  const working = arena.zeros(4 * routes.length);
  routes.forEach((route, place) => {
    route[Route.Share] = working + 32 * place;
    route[Route.Carried] = working + 32 * place + 8;
    route[Route.Moved] = working + 32 * place + 16;
  });
  const record = new Array<number>(List.Words).fill(0);
  record[List.GroupCount] = list.length;
  record[List.Groups] = arena.words(list.map((group) => addresses[group] as number));
  record[List.RouteCount] = routes.length;
  record[List.Routes] = arena.records(routes, Route.Words);
  record[List.HasPlannedMoves] = Number(routes.some((route) => route[Route.People] !== nobody));
  return record;
}

function routeRecord(move: EngineMove, position: number, site: RouteSite): number[] {
  const { addresses, arena, nobody, content } = site;
  const route = new Array<number>(Route.Words).fill(0);
  route[Route.From] = addresses[move.fromGroup] as number;
  route[Route.To] = addresses[move.toGroup] as number;
  route[Route.FromBand] = move.fromBand * 16;
  route[Route.ToBand] = move.toBand * 16;
  route[Route.Probability] = arena.numbers(move.probability);
  route[Route.People] = content.movesPlanned(move) ? arena.numbers(move.people) : nobody;
  route[Route.Unmet] = site.unmetMoves[position] as number;
  return route;
}

/** Routes are carried four at a time: what is missing at the end are routes of a group to itself, for nobody. */
function idleRoute(group: number, nobody: number): number[] {
  const route = new Array<number>(Route.Words).fill(0);
  route[Route.From] = group;
  route[Route.To] = group;
  route[Route.Probability] = nobody;
  route[Route.People] = nobody;
  return route;
}
