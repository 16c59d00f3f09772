import type { Layout } from '../layout';
import {
  EXIT_CAUSES,
  type EngineGroup,
  type EngineInput,
  type EngineMove,
  type EngineReturn,
} from '../model';
import { GroupRecruitment, type JoinerProfile, type JoinersOfSource } from '../recruitment';
import { fillCells } from '../state';
import type { Arena } from './arena';
import { Cost, Count, type ExitTable, Group, Profile, Return, Source } from './memory-map';

/** What a plan holds beside the input. */
export interface PlanContent {
  readonly exitTable: ExitTable;
  /** Exit table of a group, in parts that follow one another. */
  readonly exits: (group: EngineGroup) => readonly (readonly number[])[];
  readonly periodOfMonth: readonly number[];
  /** Month ends whose cells are kept, ascending. */
  readonly keptMonths: readonly number[];
  /** Months for which mean stocks by band are reported: all, or none. */
  readonly meanMonths: number;
  /** Whether a move may carry planned numbers. */
  readonly movesPlanned: (move: EngineMove) => boolean;
}

/** Where a group is written from and to. */
interface GroupSite {
  readonly input: EngineInput;
  readonly layout: Layout;
  readonly content: PlanContent;
  readonly arena: Arena;
}

/** Words of a group record that groups which are never in hand together share. */
export type WorkingAreas = ReadonlyMap<Group, number>;

export function workingAreas({ groupSize, rowSize, ages }: Layout, arena: Arena): WorkingAreas {
  const padded = ages + (ages % 2);
  const sizes: readonly (readonly [Group, number])[] = [
    [Group.Opening, groupSize],
    [Group.Survivors, groupSize],
    [Group.Inflow, groupSize],
    [Group.Closing, groupSize],
    [Group.OpeningByBand, rowSize],
    [Group.ClosingByBand, rowSize],
    [Group.SurvivorsByBand, rowSize],
    [Group.Keeps, rowSize],
    [Group.Survives, 2 * ages],
    [Group.Stays, 2 * ages],
    [Group.Arrives, 2 * ages],
    [Group.Present, 2 * ages],
    [Group.Flows, 4 * ages],
    [Group.StayFromMiddle, padded],
    [Group.Stay, padded],
    [Group.Probability, padded * Count.Causes],
    [Group.CauseShare, padded * Count.Causes],
    [Group.Exits, padded],
  ];
  return new Map(sizes.map(([field, size]) => [field, arena.zeros(size)]));
}

/** Writes the numbers of a group; gives the words of its record. */
export function writeGroup(site: GroupSite, index: number, areas: WorkingAreas): number[] {
  const { arena, layout, content } = site;
  const group = site.input.groups[index] as EngineGroup;
  const record = new Array<number>(Group.Words).fill(0);
  areas.forEach((address, field) => (record[field] = address));
  record[Group.Start] = startCells(group, layout, arena);
  record[Group.ExitTable] = arena.table(content.exits(group));
  record[Group.PlannedExits] = arena.numbers(group.plannedExits);
  record[Group.ShareToSameSystem] = arena.numbers(group.shareToSameSystem);
  record[Group.ShareToOtherNhs] = arena.numbers(group.shareToOtherNhs);
  record[Group.Participation] = arena.numbers(group.participationFactor);
  record[Group.Absence] = arena.numbers(group.absence);
  record[Group.CostCount] = group.costs.length;
  record[Group.Costs] = writeCosts(group, layout, arena);
  writeRecruitment(record, group, layout, arena);
  writeOutputs(record, group, site);
  return record;
}

function startCells(group: EngineGroup, layout: Layout, arena: Arena): number {
  const address = arena.zeros(layout.groupSize);
  fillCells(arena.view(address, layout.groupSize), group, layout);
  return address;
}

function writeCosts(group: EngineGroup, layout: Layout, arena: Arena): number {
  const records = group.costs.map(({ poundsPerFte, poundsPerHead, rowOfMonth }) => {
    const written = (pounds: readonly number[]): number => {
      if (pounds.every((each) => each === 0)) return arena.zeros(layout.months * layout.bands);
      return rowOfMonth === undefined ? arena.numbers(pounds) : arena.rows(pounds, rowOfMonth, layout.bands);
    };
    const record = new Array<number>(Cost.Words).fill(0);
    record[Cost.PoundsPerFte] = written(poundsPerFte);
    record[Cost.PoundsPerHead] = written(poundsPerHead);
    return record;
  });
  return arena.records(records, Cost.Words);
}

function writeRecruitment(record: number[], group: EngineGroup, layout: Layout, arena: Arena): void {
  const { recruitment } = group;
  if (recruitment.mode === 'fills-vacancies') {
    record[Group.FillsVacancies] = 1;
    record[Group.FillRate] = arena.numbers(recruitment.fillRate);
    record[Group.Capacity] = arena.numbers(recruitment.capacity);
    record[Group.Establishment] = arena.numbers(recruitment.establishment);
  }
  const { profiles, sources, returns } = new GroupRecruitment(group, layout);
  const profileRecords = profiles.map((profile) => profileRecord(profile, arena));
  const firstProfile = arena.records(profileRecords, Profile.Words);
  const addressOf = (profile: JoinerProfile): number =>
    firstProfile + profiles.indexOf(profile) * Profile.Words * 4;
  const sourceRecords = sources.map((each) => sourceRecord(each, each.joiners.people, addressOf, arena));
  const returnRecords = returns.map((each) => returnRecord(each, addressOf, arena));
  record[Group.ProfileCount] = profiles.length;
  record[Group.Profiles] = firstProfile;
  record[Group.SourceCount] = sources.length;
  record[Group.Sources] = arena.records(sourceRecords, Source.Words);
  record[Group.ReturnCount] = returns.length;
  record[Group.Returns] = arena.records(returnRecords, Return.Words);
}

function profileRecord(profile: JoinerProfile, arena: Arena): number[] {
  const record = new Array<number>(Profile.Words).fill(0);
  record[Profile.Places] = arena.words(profile.places);
  record[Profile.Shares] = arena.numbers(profile.shares);
  record[Profile.AgeStart] = arena.words(profile.ageStart);
  record[Profile.ByAge] = arena.numbers(profile.byAge);
  record[Profile.Joining] = arena.zeros(2);
  return record;
}

type AddressOf = (profile: JoinerProfile) => number;

function sourceRecord(
  { joiners, position, profiles }: JoinersOfSource,
  people: readonly number[],
  addressOf: AddressOf,
  arena: Arena,
): number[] {
  const addresses = profiles.map(addressOf);
  const record = new Array<number>(Source.Words).fill(0);
  record[Source.Position] = position;
  record[Source.People] = arena.numbers(people);
  record[Source.FtePerHead] = arena.numbers([joiners.ftePerHead]);
  record[Source.ProfileOfMonth] = arena.words(
    joiners.profileOfMonth.map((profile) => addresses[profile] as number),
  );
  return record;
}

function returnRecord(each: JoinersOfSource<EngineReturn>, addressOf: AddressOf, arena: Arena): number[] {
  const { share, cause, lagMonths, priorExits } = each.joiners;
  const record = sourceRecord(each, share, addressOf, arena);
  record[Return.Cause] = EXIT_CAUSES.indexOf(cause);
  record[Return.LagMonths] = lagMonths;
  record[Return.PriorExits] = priorExits === undefined ? 0 : arena.numbers(priorExits);
  return record;
}

/** Fields of results by month end and by month, in the order in which they lie in memory. */
const STOCKS = [Group.Headcount, Group.Fte, Group.AvailableFte] as const;
const FLOWS = [
  Group.PlannedExitsMade,
  Group.UnmetPlannedExits,
  Group.ExitsToSameSystem,
  Group.ExitsToOtherNhs,
  Group.MovesIn,
  Group.MovesOut,
  Group.FteExits,
  Group.FteJoiners,
  Group.FteMovesIn,
  Group.FteMovesOut,
  Group.FteParticipationChange,
] as const;

/** Makes room for the results of a group, in one block that starts with the headcount. */
function writeOutputs(record: number[], group: EngineGroup, { layout, content, arena }: GroupSite): void {
  const { months, bands, groupSize } = layout;
  const sizes: (readonly [Group, number])[] = [
    ...STOCKS.map((field) => [field, months + 1] as const),
    ...FLOWS.map((field) => [field, months] as const),
    [Group.ExitsByCause, Count.Causes * months],
    [Group.JoinersBySource, Count.Sources * months],
    [Group.CostsByLine, group.costs.length * months],
    [Group.MeanHeadcount, content.meanMonths * bands],
    [Group.MeanFte, content.meanMonths * bands],
  ];
  record[Group.ResultNumbers] = sizes.reduce((sum, [, size]) => sum + size, 0);
  let address = arena.zeros(record[Group.ResultNumbers]);
  for (const [field, size] of sizes) {
    record[field] = size === 0 ? 0 : address;
    address += size * 8;
  }
  record[Group.KeptCells] = arena.zeros(content.keptMonths.length * groupSize);
}
