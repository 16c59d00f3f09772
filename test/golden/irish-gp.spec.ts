import { EXIT_CAUSES, simulate, type EngineInput, type PlannedJoiners } from '#engine';
import { readVector } from './textbook';

interface Vector {
  readonly years: readonly number[];
  readonly expect_shape: Readonly<
    Record<
      'plus_20pct_training_places' | 'retire_one_year_later' | 'plus_10_abroad_a_year',
      readonly number[]
    >
  >;
  readonly inputs: {
    readonly graduates_a_year: number;
    readonly drop_out: number;
    readonly retirement_age_mean: number;
    readonly retirement_age_sd: number;
    readonly migrants_a_year: number;
  };
}

/**
 * The paper does not print its starting ages, so the case is built here: single years of age, steps of
 * a year from 2008, 2,500 general practitioners of whom as many have every age from 33 on, but for
 * those retired.
 */
const START_YEAR = 2008;
const STEPS = 13;
const YOUNGEST = 30;
const AGES = Array.from({ length: 46 }, (_, index) => YOUNGEST + index);
const IN_POST = 2500;
/** Years from a further training place to a further general practitioner. */
const TRAINING_YEARS = 7;

const { years, expect_shape, inputs } = readVector<Vector>('irish-gp');

interface Levers {
  readonly trainingPlaces: number;
  readonly retirementYears: number;
  readonly abroad: number;
}
const NO_CHANGE: Levers = { trainingPlaces: 1, retirementYears: 0, abroad: 0 };

function spread(weightOf: (age: number) => number, total: number): number[] {
  const weights = AGES.map(weightOf);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (weight / sum) * total);
}

function normalShareAbove(age: number, mean: number, deviation: number): number {
  const width = 0.01;
  let share = 0;
  for (let at = age + width / 2; at < mean + 8 * deviation; at += width) {
    share += Math.exp(-(((at - mean) / deviation) ** 2) / 2) * width;
  }
  return share / (deviation * Math.sqrt(2 * Math.PI));
}

/** Probability of retiring within the year of age, for those still working at its start. */
function retirement({ retirementYears }: Levers): number[] {
  const mean = inputs.retirement_age_mean + retirementYears;
  const above = [...AGES, (AGES.at(-1) ?? NaN) + 1].map((age) =>
    normalShareAbove(age, mean, inputs.retirement_age_sd),
  );
  return AGES.map((_, index) => 1 - (above[index + 1] ?? NaN) / (above[index] ?? NaN));
}

/** Share of an age that is still at work without any change. */
function stillWorking(age: number): number {
  return age < 33 ? 0 : normalShareAbove(age, inputs.retirement_age_mean, inputs.retirement_age_sd);
}

function joiners(
  source: PlannedJoiners['source'],
  people: (step: number) => number,
  ages: readonly [number, number],
): PlannedJoiners {
  return {
    source,
    people: Array.from({ length: STEPS }, (_, step) => people(step)),
    ftePerHead: 1,
    profiles: [spread((age) => (age >= ages[0] && age <= ages[1] ? 1 : 0), 1)],
    profileOfMonth: Array.from({ length: STEPS }, () => 0),
  };
}

function caseOf(levers: Levers): EngineInput {
  const none = Array.from({ length: STEPS }, () => 0);
  const one = none.map(() => 1);
  const people = spread((age) => stillWorking(age), IN_POST);
  const rates = none.flatMap(() => retirement(levers));
  const graduates = inputs.graduates_a_year * (1 - inputs.drop_out);
  const qualifying = (step: number): number =>
    graduates * (step >= TRAINING_YEARS ? levers.trainingPlaces : 1);
  return {
    bands: 1,
    ageBandWidths: AGES.map((_, index) => (index === AGES.length - 1 ? null : 1)),
    ethnicities: 1,
    months: STEPS,
    stepYears: 1,
    moves: [],
    groups: [
      {
        code: 'general-practitioners',
        headcount: people,
        fte: people,
        plannedExits: none,
        exitProbability: EXIT_CAUSES.map((cause) => (cause === 'retirement' ? rates : rates.map(() => 0))),
        shareToSameSystem: none,
        shareToOtherNhs: none,
        recruitment: {
          mode: 'planned',
          sources: [
            joiners('newly-qualified', qualifying, [30, 34]),
            joiners('international', () => inputs.migrants_a_year + levers.abroad, [35, 44]),
          ],
        },
        participationFactor: one,
        absence: none,
        costs: [],
      },
    ],
  };
}

/** What a lever adds to the stock in the published years. */
function gain(levers: Partial<Levers>): number[] {
  const stock = (each: Levers): number[] => {
    const headcount = simulate(caseOf(each)).groups[0]?.headcount;
    return years.map((year) => headcount?.[year - START_YEAR] ?? NaN);
  };
  const base = stock(NO_CHANGE);
  return stock({ ...NO_CHANGE, ...levers }).map((people, index) => people - (base[index] ?? NaN));
}

const order = (gains: readonly number[]): number[] =>
  gains.map((_, lever) => lever).sort((one, other) => (gains[other] ?? NaN) - (gains[one] ?? NaN));

describe('Irish general practitioners (BMC Health Services Research 2010, 10:148): pattern of levers', () => {
  const training = gain({ trainingPlaces: 1.2 });
  const later = gain({ retirementYears: 1 });
  const abroad = gain({ abroad: 10 });

  it('further training places add nobody before they have been trained, then most of all', () => {
    expect(training[0]).toBe(0);
    expect(training[1]).toBeGreaterThan(0);
    expect((training[2] ?? NaN) / (training[1] ?? NaN)).toBeGreaterThan(3);
  });

  it('later retirement helps at once and then levels off', () => {
    expect(later[0]).toBeGreaterThan(0);
    const [first = NaN, second = NaN, third = NaN] = later;
    expect(third - second).toBeLessThan((second - first) / 2);
  });

  it('further recruits from abroad add about as many each year', () => {
    const perYear = abroad.map((people, index) => people / ((years[index] ?? NaN) - START_YEAR));
    perYear.forEach((people) => {
      expect(people).toBeGreaterThan(7.5);
      expect(people).toBeLessThanOrEqual(10);
    });
  });

  it('ranks the levers of each year as published', () => {
    const published = [
      expect_shape.plus_20pct_training_places,
      expect_shape.retire_one_year_later,
      expect_shape.plus_10_abroad_a_year,
    ];
    for (const year of years.keys()) {
      const ours = [training, later, abroad].map((gains) => gains[year] ?? NaN);
      expect(order(ours)).toEqual(order(published.map((gains) => gains[year] ?? NaN)));
    }
  });
});
