/** Joiners: recruitment.ts, returning.ts and joining.ts. */
import { Group, Plan, Profile, Return, Source } from '../memory-map';
import { addAt, at, setAt, word } from './records';

const SOURCE_BYTES: usize = <usize>Source.Words << 2;
const RETURN_BYTES: usize = <usize>Return.Words << 2;
const PROFILE_BYTES: usize = <usize>Profile.Words << 2;

export function join(plan: usize, group: usize, month: i32): void {
  const first = word(group, Group.Profiles);
  const end = first + word(group, Group.ProfileCount) * PROFILE_BYTES;
  for (let profile = first; profile < end; profile += PROFILE_BYTES) {
    v128.store(word(profile, Profile.Joining), f64x2.splat(0));
  }
  decide(plan, group, month);
  for (let profile = first; profile < end; profile += PROFILE_BYTES) {
    if (at(profile, Profile.Joining, 0) > 0) {
      arrive(plan, group, profile, month);
    }
  }
}

/** Decides the month's joiners and puts them on their profiles. */
function decide(plan: usize, group: usize, month: i32): void {
  const returns = word(group, Group.Returns);
  const returnsEnd = returns + word(group, Group.ReturnCount) * RETURN_BYTES;
  for (let each = returns; each < returnsEnd; each += RETURN_BYTES) {
    add(plan, group, each, month, returningPeople(plan, group, each, month));
  }
  const factor = peoplePerShare(group, month);
  const sources = word(group, Group.Sources);
  const sourcesEnd = sources + word(group, Group.SourceCount) * SOURCE_BYTES;
  for (let each = sources; each < sourcesEnd; each += SOURCE_BYTES) {
    add(plan, group, each, month, factor * at(each, Source.People, month));
  }
}

function add(plan: usize, group: usize, source: usize, month: i32, people: f64): void {
  const fte = people * at(source, Source.FtePerHead, 0);
  const profile = load<u32>(word(source, Source.ProfileOfMonth) + (<usize>month << 2));
  addAt(profile, Profile.Joining, 0, people);
  addAt(profile, Profile.Joining, 1, fte);
  const months = <i32>word(plan, Plan.Months);
  addAt(group, Group.JoinersBySource, <i32>word(source, Source.Position) * months + month, people);
  addAt(group, Group.FteJoiners, month, fte);
}

function returningPeople(plan: usize, group: usize, each: usize, month: i32): f64 {
  const left = month - <i32>word(each, Return.LagMonths);
  if (left < 0) {
    return word(each, Return.PriorExits) == 0
      ? 0
      : at(each, Return.People, 0) * at(each, Return.PriorExits, month);
  }
  const exits = <i32>word(each, Return.Cause) * <i32>word(plan, Plan.Months) + left;
  return at(each, Return.People, left) * at(group, Group.ExitsByCause, exits);
}

/** 1 where the numbers are planned; the month's joiners, people, where sources have shares of them. */
function peoplePerShare(group: usize, month: i32): f64 {
  if (word(group, Group.FillsVacancies) == 0) {
    return 1;
  }
  const afterMoves =
    at(group, Group.Fte, month) -
    at(group, Group.FteExits, month) +
    at(group, Group.FteParticipationChange, month) +
    at(group, Group.FteMovesIn, month) -
    at(group, Group.FteMovesOut, month);
  const inPost = afterMoves + at(group, Group.FteJoiners, month);
  const vacancies = max<f64>(0, at(group, Group.Establishment, month) - inPost);
  const filled = min<f64>(at(group, Group.Capacity, month), at(group, Group.FillRate, month) * vacancies);
  let participation: f64 = 0;
  const sources = word(group, Group.Sources);
  const end = sources + word(group, Group.SourceCount) * SOURCE_BYTES;
  for (let each = sources; each < end; each += SOURCE_BYTES) {
    participation += at(each, Source.People, month) * at(each, Source.FtePerHead, 0);
  }
  return filled / participation;
}

function arrive(plan: usize, group: usize, profile: usize, month: i32): void {
  const ages = <i32>word(plan, Plan.Ages);
  const joining = v128.load(word(profile, Profile.Joining));
  const ageStart = word(profile, Profile.AgeStart);
  let fteExits: f64 = 0;
  for (let age = 0; age < ages; age += 1) {
    const stay = at(group, Group.StayFromMiddle, age);
    const byAge = at(profile, Profile.ByAge, age);
    if (byAge != 0) {
      const start = load<u32>(ageStart + (<usize>age << 2));
      const end = load<u32>(ageStart + (<usize>age << 2), 4);
      joinAge(group, profile, start, end, f64x2.mul(f64x2.splat(stay), joining));
    }
    const leaves = byAge * (1 - stay);
    addAt(group, Group.Exits, age, leaves * f64x2.extract_lane(joining, 0));
    fteExits += leaves * f64x2.extract_lane(joining, 1);
  }
  addAt(group, Group.FteExits, month, fteExits);
}

/** Adds the joiners of one age band who survive their month of arrival. */
@inline
function joinAge(group: usize, profile: usize, start: usize, end: usize, joining: v128): void {
  const inflow = word(group, Group.Inflow);
  let place = word(profile, Profile.Places) + (start << 2);
  let share = word(profile, Profile.Shares) + (start << 3);
  let left = <i32>(end - start);
  for (; left >= 4; left -= 4) {
    joinPair(inflow + (load<u32>(place) << 3), share, 0, joining);
    joinPair(inflow + (load<u32>(place, 4) << 3), share, 8, joining);
    joinPair(inflow + (load<u32>(place, 8) << 3), share, 16, joining);
    joinPair(inflow + (load<u32>(place, 12) << 3), share, 24, joining);
    place += 16;
    share += 32;
  }
  for (; left > 0; left -= 1) {
    joinPair(inflow + (load<u32>(place) << 3), share, 0, joining);
    place += 4;
    share += 8;
  }
}

@inline
function joinPair(cell: usize, share: usize, offset: usize, joining: v128): void {
  const arriving = f64x2.mul(joining, v128.load64_splat(share + offset));
  v128.store(cell, f64x2.add(v128.load(cell), arriving));
}
