import { EXIT_CAUSES, simulate, type EngineGroup, type EngineGroupOutput, type EngineInput } from '#engine';

import type { PlanYear } from '../reporting/plan-years';

/** What becomes in a year of the people in post at its start, nobody joining them. Headcount. */
export interface TaggedYear {
  readonly opening: number;
  readonly stillInPost: number;
  readonly leftOrganisation: number;
  readonly leftSystem: number;
  readonly leftNhs: number;
  readonly retired: number;
}

/** A year of a staff group: all in post at its start, and those of each age band. */
export interface TurnoverOfYear {
  readonly year: PlanYear;
  readonly all: TaggedYear;
  readonly byAge: readonly TaggedYear[];
}

const RETIREMENT = EXIT_CAUSES.indexOf('retirement');

/**
 * Follows a tagged copy of the opening stock through each whole year, joiners, returners and moves
 * between groups off: who has left after twelve months, for stability index and leaver rate. Monthly
 * exits over mean stock is a different number, for it counts people who joined within the year. Source:
 * projection model, section 3, Measures.
 *
 * @returns years by staff group, in the order of the engine's groups
 */
export function followOpeningStock(
  engine: EngineInput,
  years: readonly PlanYear[],
): readonly (readonly TurnoverOfYear[])[] {
  const whole = years.filter(({ from, to }) => to - from === 12);
  const { groups } = simulate(engine, { cellMonths: whole.map(({ from }) => from) });
  return groups.map((group, index) =>
    whole.map((year, position): TurnoverOfYear => {
      const source = engine.groups[index] as EngineGroup;
      const cells = {
        headcount: [...(group.headcountCells[position] ?? [])],
        fte: [...(group.fteCells[position] ?? [])],
      };
      const follow = (own: Cells): TaggedYear =>
        followed(engine, taggedGroup(source, own, year, shareOf(own, cells)), year);
      const ages = engine.ageBandWidths.map((_, age) => ofAge(cells, age, engine));
      return { year, all: follow(cells), byAge: ages.length === 1 ? [] : ages.map(follow) };
    }),
  );
}

interface Cells {
  readonly headcount: readonly number[];
  readonly fte: readonly number[];
}

/** The cells of one age band, the others empty. */
function ofAge(cells: Cells, age: number, { ageBandWidths, ethnicities }: EngineInput): Cells {
  const isOwn = (cell: number): boolean => Math.floor(cell / ethnicities) % ageBandWidths.length === age;
  const keep = (values: readonly number[]) => values.map((value, cell) => (isOwn(cell) ? value : 0));
  return { headcount: keep(cells.headcount), fte: keep(cells.fte) };
}

function shareOf(own: Cells, all: Cells): number {
  const people = total(all.headcount);
  return people > 0 ? total(own.headcount) / people : 0;
}

/** @param share of the planned exits, which are people of the whole group. */
function taggedGroup(source: EngineGroup, cells: Cells, year: PlanYear, share: number): EngineGroup {
  const ofYear = (values: readonly number[]): readonly number[] => values.slice(year.from, year.to);
  const ages = (source.exitProbability[0]?.length ?? 0) / source.plannedExits.length;
  return {
    ...source,
    ...cells,
    plannedExits: ofYear(source.plannedExits).map((people) => people * share),
    exitProbability: source.exitProbability.map((table) => table.slice(year.from * ages, year.to * ages)),
    shareToSameSystem: ofYear(source.shareToSameSystem),
    shareToOtherNhs: ofYear(source.shareToOtherNhs),
    participationFactor: ofYear(source.participationFactor),
    absence: ofYear(source.absence),
    recruitment: { mode: 'planned', sources: [] },
    returns: [],
    costs: [],
  };
}

function followed(engine: EngineInput, group: EngineGroup, { from, to }: PlanYear): TaggedYear {
  const [output] = simulate({ ...engine, months: to - from, groups: [group], moves: [] }).groups;
  return taggedYear(output as EngineGroupOutput);
}

function taggedYear(output: EngineGroupOutput): TaggedYear {
  const opening = output.headcount[0] ?? 0;
  const stillInPost = output.headcount.at(-1) ?? 0;
  const leftOrganisation = opening - stillInPost;
  const leftSystem = leftOrganisation - total(output.exitsToSameSystem);
  return {
    opening,
    stillInPost,
    leftOrganisation,
    leftSystem,
    leftNhs: leftSystem - total(output.exitsToOtherNhs),
    retired: total(output.exits[RETIREMENT] ?? []),
  };
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
