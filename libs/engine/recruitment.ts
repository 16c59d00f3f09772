import type { SparseProfile } from './kernel';
import type { Layout } from './layout';
import { JOINER_SOURCES } from './model';
import type {
  EngineGroup,
  EngineReturn,
  GroupChance,
  JoinerSpread,
  PlannedJoiners,
  Recruitment,
} from './model';
import { returningPeople } from './returning';

/** A distribution of joiners over the cells of a group, with what its sources put on it this month. */
export interface JoinerProfile extends SparseProfile {
  readonly given: readonly number[];
  readonly byAge: Float64Array;
  people: number;
  fte: number;
}

/** A source of joiners with its profiles compiled. */
export interface JoinersOfSource<Joiners extends JoinerSpread = JoinerSpread> {
  readonly joiners: Joiners;
  /** Position in JOINER_SOURCES. */
  readonly position: number;
  readonly profiles: readonly JoinerProfile[];
}

/** The position of a group in the month in hand, once everybody has moved and before anybody joins. */
export interface BeforeJoining {
  readonly month: number;
  readonly fte: number;
  /** Exits so far by cause and month, people, in the order of EXIT_CAUSES. */
  readonly exits: readonly Float64Array[];
}

/**
 * Joiners of one group by source: those who return, and those who are recruited, planned or filling
 * vacancies: `min(capacity, fillRate * max(0, establishment - FTE after moves and returns)) /
 * participation`, with the participation of the month's mix of sources. Source: projection model,
 * section 3.7.
 */
export class GroupRecruitment {
  /** Distinct profiles; sources with equal profiles share one. */
  readonly profiles: readonly JoinerProfile[];
  /** Joiners of the month in hand by source, in the order of JOINER_SOURCES. */
  readonly people = new Float64Array(JOINER_SOURCES.length);
  fte = 0;

  private readonly recruitment: Recruitment;
  readonly sources: readonly JoinersOfSource<PlannedJoiners>[];
  readonly returns: readonly JoinersOfSource<EngineReturn>[];

  constructor(
    group: EngineGroup,
    layout: Layout,
    private readonly chance?: GroupChance,
  ) {
    const profiles: JoinerProfile[] = [];
    const compiled = <Joiners extends JoinerSpread>(joiners: Joiners): JoinersOfSource<Joiners> => ({
      joiners,
      position: JOINER_SOURCES.indexOf(joiners.source),
      profiles: joiners.profiles.map((cells) => sharedProfile(profiles, cells, layout)),
    });
    this.profiles = profiles;
    this.recruitment = group.recruitment;
    this.returns = (group.returns ?? []).map(compiled);
    this.sources = group.recruitment.sources.map(compiled);
  }

  /** Decides the month's joiners and puts them on their profiles. */
  decide(before: BeforeJoining): void {
    const { month } = before;
    this.people.fill(0);
    this.fte = 0;
    for (const profile of this.profiles) {
      profile.people = 0;
      profile.fte = 0;
    }
    for (const each of this.returns) {
      this.add(each, month, returningPeople(each.joiners, before.exits, month));
    }
    const factor = peoplePerShare(this.recruitment, month, before.fte + this.fte);
    for (const each of this.sources) {
      this.add(each, month, factor * (each.joiners.people[month] as number));
    }
  }

  private add({ joiners, position, profiles }: JoinersOfSource, month: number, expected: number): void {
    const people = this.chance === undefined ? expected : this.chance.joiners(month, position, expected);
    const fte = people * joiners.ftePerHead;
    const profile = profiles[joiners.profileOfMonth[month] as number] as JoinerProfile;
    profile.people += people;
    profile.fte += fte;
    this.people[position] = (this.people[position] as number) + people;
    this.fte += fte;
  }
}

/** 1 where the numbers are planned; the month's joiners, people, where sources have shares of them. */
function peoplePerShare(recruitment: Recruitment, month: number, fteInPost: number): number {
  if (recruitment.mode === 'planned') {
    return 1;
  }
  const vacancies = Math.max(0, (recruitment.establishment[month] as number) - fteInPost);
  const filled = Math.min(
    recruitment.capacity[month] as number,
    (recruitment.fillRate[month] as number) * vacancies,
  );
  const participation = recruitment.sources.reduce(
    (sum, source) => sum + (source.people[month] as number) * source.ftePerHead,
    0,
  );
  return filled / participation;
}

function sharedProfile(known: JoinerProfile[], given: readonly number[], layout: Layout): JoinerProfile {
  const existing = known.find((profile) => isSame(profile.given, given));
  const profile = existing ?? compileProfile(given, layout);
  if (existing === undefined) {
    known.push(profile);
  }
  return profile;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  let index = one === other ? one.length : 0;
  while (index < one.length && one[index] === other[index]) {
    index += 1;
  }
  return index === one.length;
}

function compileProfile(
  given: readonly number[],
  { ages, rowSize, slabSize, groupSize }: Layout,
): JoinerProfile {
  const rows = groupSize / rowSize;
  const places = new Int32Array(given.length);
  const shares = new Float64Array(given.length);
  const ageStart = new Int32Array(ages + 1);
  const byAge = new Float64Array(ages);
  let entries = 0;
  for (let place = 0; place < groupSize; place += 2) {
    const row = Math.floor(place / rowSize);
    const share = given[((place - row * rowSize) / 2) * rows + row] as number;
    if (share > 0) {
      const age = Math.floor(place / slabSize);
      places[entries] = place;
      shares[entries] = share;
      byAge[age] = (byAge[age] as number) + share;
      entries += 1;
      ageStart[age + 1] = entries;
    }
  }
  for (let age = 0; age < ages; age += 1) {
    ageStart[age + 1] = Math.max(ageStart[age + 1] as number, ageStart[age] as number);
  }
  return { given, byAge, places, shares, ageStart, people: 0, fte: 0 };
}
