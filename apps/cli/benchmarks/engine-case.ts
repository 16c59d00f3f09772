import {
  EXIT_CAUSES,
  type EngineGroup,
  type EngineInput,
  type EngineMove,
  type PlannedJoiners,
} from '#engine';

/** Shape of the benchmark: 12 bands x 10 age bands x 3 ethnicities are 360 cells a group. */
export const SHAPE = {
  organisations: 8,
  groups: 14,
  bands: 12,
  ages: 10,
  ethnicities: 3,
  months: 60,
  sources: 2,
};

const CELLS = SHAPE.bands * SHAPE.ages * SHAPE.ethnicities;
const AGE_WIDTH = 5;
const ADVERTISED_BAND = 3;

/** Cell-steps of the whole case: one cell of one organisation and group for one month. */
export const CELL_STEPS = SHAPE.organisations * SHAPE.groups * CELLS * SHAPE.months;

/** Organisations of different size with rates that differ by group, age and month. */
export function benchmarkOrganisations(): EngineInput[] {
  return range(SHAPE.organisations).map((organisation) => ({
    bands: SHAPE.bands,
    ageBandWidths: range(SHAPE.ages).map((age) => (age === SHAPE.ages - 1 ? null : AGE_WIDTH)),
    ethnicities: SHAPE.ethnicities,
    months: SHAPE.months,
    stepYears: 1 / 12,
    groups: range(SHAPE.groups).map((group) => benchmarkGroup(organisation, group)),
    moves: range(SHAPE.groups).flatMap(promotions),
  }));
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function constant(value: number): number[] {
  return range(SHAPE.months).map(() => value);
}

/** Between 0.9 and 1.1 over the year. */
function season(month: number): number {
  return 0.9 + 0.2 * (((month * 5) % 12) / 11);
}

function benchmarkGroup(organisation: number, group: number): EngineGroup {
  const size = 1 + organisation + group / 4;
  const headcount = range(CELLS).map((cell) => size * (1 + ((cell * 7) % 11)));
  return {
    code: `group-${group}`,
    headcount,
    fte: headcount.map((people, cell) => people * (0.8 + 0.15 * ((cell % 13) / 12))),
    plannedExits: constant(0),
    exitProbability: EXIT_CAUSES.map((_, cause) => exitTable(cause, group)),
    shareToSameSystem: constant(0.2),
    shareToOtherNhs: constant(0.3),
    recruitment: {
      mode: 'planned',
      sources: [newlyQualified(size), widerLabourMarket(size)],
    },
    participationFactor: constant(1),
    absence: range(SHAPE.months).map((month) => 0.05 * season(month)),
    costs: [costLine(group)],
  };
}

function exitTable(cause: number, group: number): number[] {
  return range(SHAPE.months).flatMap((month) =>
    range(SHAPE.ages).map((age) => (0.0005 * (cause + 1) + 0.0001 * age) * season(month) * (1 + group / 28)),
  );
}

/** Newly qualified staff enter one band at young ages. */
function newlyQualified(size: number): PlannedJoiners {
  const weights = range(CELLS).map((cell) => {
    const band = Math.floor(cell / (SHAPE.ages * SHAPE.ethnicities));
    const age = Math.floor(cell / SHAPE.ethnicities) % SHAPE.ages;
    return band === ADVERTISED_BAND && age < 4 ? 4 - age : 0;
  });
  const people = range(SHAPE.months).map((month) => size * (month % 12 === 5 || month % 12 === 6 ? 20 : 4));
  return { source: 'newly-qualified', people, ftePerHead: 0.98, ...oneProfile(weights) };
}

function widerLabourMarket(size: number): PlannedJoiners {
  const weights = range(CELLS).map((cell) => 1 + (cell % 5));
  const people = range(SHAPE.months).map((month) => 12 * size * season(month));
  return { source: 'wider-labour-market', people, ftePerHead: 0.85, ...oneProfile(weights) };
}

function oneProfile(weights: readonly number[]): Pick<PlannedJoiners, 'profiles' | 'profileOfMonth'> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { profiles: [weights.map((weight) => weight / total)], profileOfMonth: constant(0) };
}

function costLine(group: number): EngineGroup['costs'][number] {
  const byBand = (pounds: number): number[] =>
    range(SHAPE.months).flatMap((month) =>
      range(SHAPE.bands).map((band) => pounds * (1 + band / 8) * (1 + month / 600) * (1 + group / 50)),
    );
  return { code: 'pay', poundsPerFte: byBand(2000), poundsPerHead: byBand(150) };
}

function promotions(group: number): EngineMove[] {
  return range(SHAPE.bands - 1).map((band) => ({
    fromGroup: group,
    fromBand: band,
    toGroup: group,
    toBand: band + 1,
    probability: constant(0.002 + 0.0003 * band),
    people: constant(0),
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
