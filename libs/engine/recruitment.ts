import type { SparseProfile } from './kernel';
import { type Layout, toMemoryOrder } from './layout';
import { JOINER_SOURCES } from './model';
import type { EngineGroup, PlannedJoiners } from './model';

/** A distribution of joiners over the cells of a group, with what its sources put on it this month. */
export interface JoinerProfile extends SparseProfile {
  readonly given: readonly number[];
  readonly byAge: Float64Array;
  people: number;
  fte: number;
}

/** A source of joiners with its profiles compiled. */
interface Source {
  readonly joiners: PlannedJoiners;
  /** Position in JOINER_SOURCES. */
  readonly position: number;
  readonly profiles: readonly JoinerProfile[];
}

/**
 * Joiners of one group by source, planned or filling vacancies:
 * `min(capacity, fillRate * max(0, establishment - FTE after moves)) / participation`, with the
 * participation of the month's mix of sources. Source: projection model, section 3.7.
 */
export class GroupRecruitment {
  /** Distinct profiles; sources with equal profiles share one. */
  readonly profiles: readonly JoinerProfile[];
  /** Joiners of the month in hand by source, in the order of JOINER_SOURCES. */
  readonly people = new Float64Array(JOINER_SOURCES.length);
  fte = 0;

  private readonly sources: readonly Source[];

  constructor(
    private readonly group: EngineGroup,
    layout: Layout,
  ) {
    const profiles: JoinerProfile[] = [];
    this.profiles = profiles;
    this.sources = group.recruitment.sources.map((joiners) => ({
      joiners,
      position: JOINER_SOURCES.indexOf(joiners.source),
      profiles: joiners.profiles.map((cells) => sharedProfile(profiles, cells, layout)),
    }));
  }

  /** Decides the month's joiners and puts them on their profiles. */
  decide(month: number, fteAfterMoves: number): void {
    this.people.fill(0);
    this.fte = 0;
    for (const profile of this.profiles) {
      profile.people = 0;
      profile.fte = 0;
    }
    const factor = this.peoplePerShare(month, fteAfterMoves);
    for (const { joiners, position, profiles } of this.sources) {
      const people = factor * (joiners.people[month] as number);
      const fte = people * joiners.ftePerHead;
      const profile = profiles[joiners.profileOfMonth[month] as number] as JoinerProfile;
      profile.people += people;
      profile.fte += fte;
      this.people[position] = (this.people[position] as number) + people;
      this.fte += fte;
    }
  }

  /** 1 where the numbers are planned; the month's joiners, people, where sources have shares of them. */
  private peoplePerShare(month: number, fteAfterMoves: number): number {
    const { recruitment } = this.group;
    if (recruitment.mode === 'planned') {
      return 1;
    }
    const vacancies = Math.max(0, (recruitment.establishment[month] as number) - fteAfterMoves);
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
}

function sharedProfile(known: JoinerProfile[], given: readonly number[], layout: Layout): JoinerProfile {
  const existing = known.find(
    (profile) => profile.given === given || profile.given.every((share, cell) => share === given[cell]),
  );
  const profile = existing ?? compileProfile(given, layout);
  if (existing === undefined) {
    known.push(profile);
  }
  return profile;
}

function compileProfile(given: readonly number[], layout: Layout): JoinerProfile {
  const { ages, slabCells, groupCells } = layout;
  const dense = new Float64Array(groupCells);
  toMemoryOrder(given, dense, layout);
  const cells: number[] = [];
  const byAge = new Float64Array(ages);
  const ageStart = new Int32Array(ages + 1);
  dense.forEach((share, cell) => {
    if (share > 0) {
      const age = Math.floor(cell / slabCells);
      byAge[age] = (byAge[age] as number) + share;
      cells.push(cell);
      ageStart.fill(cells.length, age + 1);
    }
  });
  const shares = Float64Array.from(cells, (cell) => dense[cell] as number);
  return { given, byAge, cells: Int32Array.from(cells), shares, ageStart, people: 0, fte: 0 };
}
