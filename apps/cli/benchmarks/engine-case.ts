import {
  EXIT_CAUSES,
  type EngineGroup,
  type EngineInput,
  type EngineMove,
  type PlannedJoiners,
} from '#engine';

/** How large a case is. */
export interface CaseShape {
  readonly organisations: number;
  readonly groups: number;
  readonly bands: number;
  readonly ages: number;
  readonly ethnicities: number;
  readonly months: number;
  /** Sources of joiners of a group. */
  readonly sources: number;
}

/** Shape of the benchmark: 12 bands x 10 age bands x 3 ethnicities are 360 cells a group. */
export const SHAPE: CaseShape = {
  organisations: 8,
  groups: 14,
  bands: 12,
  ages: 10,
  ethnicities: 3,
  months: 60,
  sources: 2,
};

const AGE_WIDTH = 5;
const ADVERTISED_BAND = 3;

/** Cell-steps of the whole case: one cell of one organisation and group for one month. */
export const CELL_STEPS =
  SHAPE.organisations * SHAPE.groups * SHAPE.bands * SHAPE.ages * SHAPE.ethnicities * SHAPE.months;

/** Organisations of different size with rates that differ by group, age and month. */
export function benchmarkOrganisations(shape: CaseShape = SHAPE): EngineInput[] {
  return range(shape.organisations).map((organisation) => ({
    bands: shape.bands,
    ageBandWidths: range(shape.ages).map((age) => (age === shape.ages - 1 ? null : AGE_WIDTH)),
    ethnicities: shape.ethnicities,
    months: shape.months,
    stepYears: 1 / 12,
    groups: range(shape.groups).map((group) => benchmarkGroup(shape, organisation, group)),
    moves: range(shape.groups).flatMap((group) => promotions(shape, group)),
  }));
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function constant(shape: CaseShape, value: number): number[] {
  return range(shape.months).map(() => value);
}

/** Between 0.9 and 1.1 over the year. */
function season(month: number): number {
  return 0.9 + 0.2 * (((month * 5) % 12) / 11);
}

function benchmarkGroup(shape: CaseShape, organisation: number, group: number): EngineGroup {
  const size = 1 + organisation + group / 4;
  const headcount = range(shape.bands * shape.ages * shape.ethnicities).map(
    (cell) => size * (1 + ((cell * 7) % 11)),
  );
  return {
    code: `group-${group}`,
    headcount,
    fte: headcount.map((people, cell) => people * (0.8 + 0.15 * ((cell % 13) / 12))),
    plannedExits: constant(shape, 0),
    exitProbability: EXIT_CAUSES.map((_, cause) => exitTable(shape, cause, group)),
    shareToSameSystem: constant(shape, 0.2),
    shareToOtherNhs: constant(shape, 0.3),
    recruitment: {
      mode: 'planned',
      sources: [newlyQualified(shape, size), widerLabourMarket(shape, size)],
    },
    participationFactor: constant(shape, 1),
    absence: range(shape.months).map((month) => 0.05 * season(month)),
    costs: [costLine(shape, group)],
  };
}

function exitTable(shape: CaseShape, cause: number, group: number): number[] {
  return range(shape.months).flatMap((month) =>
    range(shape.ages).map((age) => (0.0005 * (cause + 1) + 0.0001 * age) * season(month) * (1 + group / 28)),
  );
}

/** Newly qualified staff enter one band at young ages. */
function newlyQualified(shape: CaseShape, size: number): PlannedJoiners {
  const weights = range(shape.bands * shape.ages * shape.ethnicities).map((cell) => {
    const band = Math.floor(cell / (shape.ages * shape.ethnicities));
    const age = Math.floor(cell / shape.ethnicities) % shape.ages;
    return band === ADVERTISED_BAND && age < 4 ? 4 - age : 0;
  });
  const people = range(shape.months).map((month) => size * (month % 12 === 5 || month % 12 === 6 ? 20 : 4));
  return { source: 'newly-qualified', people, ftePerHead: 0.98, ...oneProfile(shape, weights) };
}

function widerLabourMarket(shape: CaseShape, size: number): PlannedJoiners {
  const weights = range(shape.bands * shape.ages * shape.ethnicities).map((cell) => 1 + (cell % 5));
  const people = range(shape.months).map((month) => 12 * size * season(month));
  return { source: 'wider-labour-market', people, ftePerHead: 0.85, ...oneProfile(shape, weights) };
}

function oneProfile(
  shape: CaseShape,
  weights: readonly number[],
): Pick<PlannedJoiners, 'profiles' | 'profileOfMonth'> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { profiles: [weights.map((weight) => weight / total)], profileOfMonth: constant(shape, 0) };
}

function costLine(shape: CaseShape, group: number): EngineGroup['costs'][number] {
  const byBand = (pounds: number): number[] =>
    range(shape.months).flatMap((month) =>
      range(shape.bands).map((band) => pounds * (1 + band / 8) * (1 + month / 600) * (1 + group / 50)),
    );
  return { code: 'pay', poundsPerFte: byBand(2000), poundsPerHead: byBand(150) };
}

function promotions(shape: CaseShape, group: number): EngineMove[] {
  return range(shape.bands - 1).map((band) => ({
    fromGroup: group,
    fromBand: band,
    toGroup: group,
    toBand: band + 1,
    probability: constant(shape, 0.002 + 0.0003 * band),
    people: constant(shape, 0),
  }));
}

/** The case as the doubles that the reference programs read. */
export function encodeCase(organisations: readonly EngineInput[]): Buffer {
  const { groups, bands, ages, ethnicities, months, sources } = SHAPE;
  const passes = range(ages).map((age) => (age === ages - 1 ? 0 : 1 / 12 / AGE_WIDTH));
  const all = organisations.flatMap((organisation) => organisation.groups);
  const joiners = all.flatMap((group) => group.recruitment.sources);
  const promotion = organisations.flatMap((organisation) =>
    organisation.moves.flatMap((move) => move.probability),
  );
  const costs = all.flatMap((group) => group.costs);
  const values = [
    [organisations.length, groups, bands, ages, ethnicities, months, sources],
    passes,
    all.flatMap((group) => group.headcount),
    all.flatMap((group) => group.fte),
    all.flatMap((group) => group.exitProbability.flat()),
    promotion,
    joiners.flatMap((source) => source.people),
    joiners.map((source) => source.ftePerHead),
    joiners.flatMap((source) => source.profiles[0] ?? []),
    all.flatMap((group) => group.absence),
    costs.flatMap((line) => line.poundsPerFte),
    costs.flatMap((line) => line.poundsPerHead),
  ];
  return Buffer.from(Float64Array.from(values.flat()).buffer);
}
