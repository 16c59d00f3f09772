import type { Layout } from './layout';
import { JOINER_SOURCES } from './model';
import type { EngineGroup, PlannedJoiners } from './model';

/** A distribution of joiners over the cells of a group, with what its sources put on it this month. */
export interface SpreadProfile {
  readonly cells: Float64Array;
  readonly byAge: Float64Array;
  /** Bands that receive anybody. */
  readonly bands: readonly number[];
  people: number;
  fte: number;
}

/** A source of joiners with its profiles compiled. */
interface Source {
  readonly joiners: PlannedJoiners;
  /** Position in JOINER_SOURCES. */
  readonly position: number;
  readonly profiles: readonly SpreadProfile[];
}

/**
 * Joiners of one group by source, planned or filling vacancies:
 * `min(capacity, fillRate * max(0, establishment - FTE after moves)) / participation`, with the
 * participation of the month's mix of sources. Source: projection model, section 3.7.
 */
export class GroupRecruitment {
  /** Distinct profiles; sources with equal profiles share one. */
  readonly profiles: readonly SpreadProfile[];
  /** Joiners of the month that was decided last by source, in the order of JOINER_SOURCES. */
  readonly people = new Float64Array(JOINER_SOURCES.length);
  fte = 0;

  private readonly sources: readonly Source[];

  constructor(
    private readonly group: EngineGroup,
    layout: Layout,
  ) {
    const profiles: SpreadProfile[] = [];
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
      const profile = profiles[joiners.profileOfMonth[month] as number] as SpreadProfile;
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

function sharedProfile(known: SpreadProfile[], cells: readonly number[], layout: Layout): SpreadProfile {
  const existing = known.find((profile) => profile.cells.every((share, cell) => share === cells[cell]));
  const profile = existing ?? compileProfile(cells, layout);
  if (existing === undefined) {
    known.push(profile);
  }
  return profile;
}

function compileProfile(cells: readonly number[], layout: Layout): SpreadProfile {
  const byAge = new Float64Array(layout.ages);
  const bands = new Set<number>();
  cells.forEach((share, cell) => {
    const age = Math.floor((cell % layout.blockCells) / layout.ethnicities);
    byAge[age] = (byAge[age] as number) + share;
    if (share > 0) {
      bands.add(Math.floor(cell / layout.blockCells));
    }
  });
  return { cells: Float64Array.from(cells), byAge, bands: [...bands], people: 0, fte: 0 };
}
