import * as fc from 'fast-check';
import {
  EXIT_CAUSES,
  JOINER_SOURCES,
  type EngineGroup,
  type EngineInput,
  type EngineMove,
  type EngineReturn,
  type JoinerSpread,
  type PlannedJoiners,
  type Recruitment,
} from '#engine';

/** Axes of a random organisation, drawn before what hangs on them. */
export interface Axes {
  readonly bands: number;
  readonly ages: number;
  readonly ethnicities: number;
  readonly months: number;
  readonly groups: number;
}

const axes: fc.Arbitrary<Axes> = fc.record({
  bands: fc.integer({ min: 1, max: 3 }),
  ages: fc.integer({ min: 1, max: 3 }),
  ethnicities: fc.integer({ min: 1, max: 2 }),
  months: fc.integer({ min: 1, max: 14 }),
  groups: fc.integer({ min: 1, max: 3 }),
});

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const times = (count: number, value: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
  fc.array(value, { minLength: count, maxLength: count });
/** Mostly ordinary monthly rates, sometimes nobody or everybody. */
const probability = fc.oneof(
  { weight: 8, arbitrary: between(0, 0.2) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) },
);

function cellsOf({ bands, ages, ethnicities }: Axes): number {
  return bands * ages * ethnicities;
}

function profile(shape: Axes): fc.Arbitrary<number[]> {
  return times(cellsOf(shape), fc.integer({ min: 0, max: 9 })).map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (total === 0 ? 1 / weights.length : weight / total));
  });
}

function spread(shape: Axes): fc.Arbitrary<JoinerSpread> {
  return fc.record({
    source: fc.constantFrom(...JOINER_SOURCES),
    ftePerHead: between(0.3, 1),
    profiles: fc.tuple(profile(shape), profile(shape)),
    profileOfMonth: times(shape.months, fc.integer({ min: 0, max: 1 })),
  });
}

function joiners(shape: Axes, people: fc.Arbitrary<number>): fc.Arbitrary<PlannedJoiners> {
  return fc.tuple(spread(shape), times(shape.months, people)).map(([each, numbers]) => ({
    ...each,
    people: numbers,
  }));
}

/** At most two returns, of at most half the exits each, so that shares of one cause stay below 1. */
function returns(shape: Axes): fc.Arbitrary<EngineReturn[]> {
  const prior = (lagMonths: number): fc.Arbitrary<Pick<EngineReturn, 'priorExits'>> =>
    fc.oneof(
      fc.constant({}),
      times(lagMonths, between(0, 40)).map((priorExits) => ({ priorExits })),
    );
  const each = fc
    .integer({ min: 1, max: 5 })
    .chain((lagMonths) =>
      fc
        .tuple(
          spread(shape),
          fc.constantFrom(...EXIT_CAUSES),
          times(shape.months, between(0, 0.5)),
          prior(lagMonths),
        )
        .map(([where, cause, share, before]) => ({ ...where, cause, share, lagMonths, ...before })),
    );
  return fc.array(each, { maxLength: 2 });
}

function plannedRecruitment(shape: Axes): fc.Arbitrary<Recruitment> {
  return fc.record({
    mode: fc.constant('planned' as const),
    sources: fc.array(joiners(shape, between(0, 30)), { maxLength: 3 }),
  });
}

function vacancyRecruitment(shape: Axes): fc.Arbitrary<Recruitment> {
  return fc.record({
    mode: fc.constant('fills-vacancies' as const),
    fillRate: times(shape.months, between(0, 1)),
    capacity: times(shape.months, between(0, 50)),
    establishment: times(shape.months, between(0, 2000)),
    sources: fc.tuple(joiners(shape, fc.constant(0.25)), joiners(shape, fc.constant(0.75))),
  });
}

function group(
  shape: Axes,
  index: number,
  recruitment: fc.Arbitrary<Recruitment>,
): fc.Arbitrary<EngineGroup> {
  const { months, bands, ages } = shape;
  return fc
    .record({
      headcount: times(cellsOf(shape), fc.oneof(fc.constant(0), between(0.01, 500))),
      participation: between(0.3, 1),
      plannedExits: times(months, fc.oneof(fc.constant(0), between(0, 80))),
      exitProbability: fc.tuple(...EXIT_CAUSES.map(() => times(months * ages, probability))),
      shareToSameSystem: times(months, between(0, 0.5)),
      shareToOtherNhs: times(months, between(0, 0.5)),
      recruitment,
      returns: returns(shape),
      participationFactor: times(months, between(0.95, 1.05)),
      absence: times(months, between(0, 0.2)),
      pounds: times(months * bands, between(0, 5000)),
    })
    .map(({ participation, pounds, ...rest }) => ({
      ...rest,
      code: `group-${index}`,
      fte: rest.headcount.map((people) => people * participation),
      costs: [{ code: 'pay', poundsPerFte: pounds, poundsPerHead: pounds.map((each) => each / 20) }],
    }));
}

function moves(shape: Axes): fc.Arbitrary<EngineMove[]> {
  const place = fc.record({
    group: fc.integer({ min: 0, max: shape.groups - 1 }),
    band: fc.integer({ min: 0, max: shape.bands - 1 }),
  });
  const move = fc
    .record({
      from: place,
      to: place,
      probability: times(shape.months, between(0, 0.25)),
      people: times(shape.months, fc.oneof(fc.constant(0), between(0, 40))),
    })
    .filter(({ from, to }) => from.group !== to.group || from.band !== to.band)
    .map(({ from, to, probability: share, people }) => ({
      fromGroup: from.group,
      fromBand: from.band,
      toGroup: to.group,
      toBand: to.band,
      probability: share,
      people,
    }));
  const canMove = shape.groups * shape.bands > 1;
  return canMove ? fc.array(move, { maxLength: 4 }) : fc.constant([]);
}

function inputOf(
  recruitment: (shape: Axes) => fc.Arbitrary<Recruitment>,
  moving: (shape: Axes) => fc.Arbitrary<EngineMove[]>,
): fc.Arbitrary<EngineInput> {
  return axes.chain((shape) =>
    fc.record({
      bands: fc.constant(shape.bands),
      ageBandWidths: fc.constant(
        Array.from({ length: shape.ages }, (_, age) => (age === shape.ages - 1 ? null : 5)),
      ),
      ethnicities: fc.constant(shape.ethnicities),
      months: fc.constant(shape.months),
      stepYears: fc.constant(1 / 12),
      groups: fc.tuple(
        ...Array.from({ length: shape.groups }, (_, index) => group(shape, index, recruitment(shape))),
      ),
      moves: moving(shape),
    }),
  );
}

const withoutPlannedNumbers = (shape: Axes): fc.Arbitrary<EngineMove[]> =>
  moves(shape).map((all) => all.map((move) => ({ ...move, people: move.people.map(() => 0) })));

/** Any organisation: planned and vacancy recruitment, moves by probability and by number. */
export const anyInput: fc.Arbitrary<EngineInput> = inputOf(
  (shape) => fc.oneof(plannedRecruitment(shape), vacancyRecruitment(shape)),
  moves,
);

/** Planned recruitment, everything else as {@link anyInput}. */
export const plannedInput: fc.Arbitrary<EngineInput> = inputOf(plannedRecruitment, moves);

/** Planned recruitment, and moves by probability only. */
export const plannedInputWithProbableMoves: fc.Arbitrary<EngineInput> = inputOf(
  plannedRecruitment,
  withoutPlannedNumbers,
);
