import { loadLinearSolver, type Constraint, type LinearSolver, type Variable } from '#linear-programming';

/** A programme written name by name. */
class Draft {
  private readonly places = new Map<string, number>();
  readonly variables: Variable[] = [];
  readonly constraints: Constraint[] = [];

  add(name: string, high = Infinity, isWhole = false): void {
    this.places.set(name, this.variables.length);
    this.variables.push({ low: 0, high, isWhole });
  }

  limit(terms: Readonly<Record<string, number>>, low: number, high: number): void {
    const names = Object.keys(terms);
    this.constraints.push({
      columns: names.map((name) => this.placeOf(name)),
      weights: names.map((name) => terms[name] ?? 0),
      low,
      high,
    });
  }

  least(solver: LinearSolver, costs: Readonly<Record<string, number>>, isInteger = false) {
    const program = solver.open(this.variables, this.constraints, {
      integerNodes: 1_000,
      changes: 'objective',
    });
    const objective = new Float64Array(this.variables.length);
    for (const [name, cost] of Object.entries(costs)) objective[this.placeOf(name)] = cost;
    const outcome = program.optimise('least', objective, isInteger);
    program.close();
    if (outcome.status !== 'optimal') throw new Error(outcome.status);
    const { columns, rowPrices, objective: value } = outcome.point;
    return { value, rowPrices, of: (name: string) => columns[this.placeOf(name)] };
  }

  private placeOf(name: string): number {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`no variable ${name}`);
    return place;
  }
}

const YEARS = [1, 2, 3];
/** Unskilled, semi-skilled, skilled; costs in pounds. */
const GRADES = [
  {
    key: 'u',
    now: 2000,
    need: [1000, 500, 0],
    recruits: 500,
    first: 0.25,
    later: 0.1,
    pay: [200, 1500, 500],
  },
  {
    key: 's',
    now: 1500,
    need: [1400, 2000, 2500],
    recruits: 800,
    first: 0.2,
    later: 0.05,
    pay: [500, 2000, 400],
  },
  {
    key: 'k',
    now: 1000,
    need: [1000, 1500, 2000],
    recruits: 500,
    first: 0.1,
    later: 0.05,
    pay: [500, 3000, 400],
  },
] as const;
const DOWNGRADED_WHO_LEAVE = 0.5;

/**
 * H. P. Williams, Model Building in Mathematical Programming, 5th edition (Wiley, 2013), problem 12.5
 * "Manpower Planning": recruitment, retraining, redundancy, short-time working and overmanning over three years.
 */
function williams(): Draft {
  const draft = new Draft();
  for (const year of YEARS) {
    for (const { key, recruits } of GRADES) {
      draft.add(`staff ${key}${year}`);
      draft.add(`recruit ${key}${year}`, recruits);
      draft.add(`redundant ${key}${year}`);
      draft.add(`short-time ${key}${year}`, 50);
      draft.add(`surplus ${key}${year}`);
      for (const { key: to } of GRADES.filter((other) => other.key !== key)) {
        draft.add(`move ${key}${to}${year}`, mostMoved(key, to));
      }
    }
    GRADES.forEach(({ key, now, need, first, later }, place) => {
      const moves = GRADES.flatMap((other, from) =>
        from === place
          ? []
          : [
              [
                `move ${other.key}${key}${year}`,
                from < place ? 1 - later : 1 - DOWNGRADED_WHO_LEAVE,
              ] as const,
              [`move ${key}${other.key}${year}`, -1] as const,
            ],
      );
      const before = year === 1 ? {} : { [`staff ${key}${year - 1}`]: 1 - later };
      const opening = year === 1 ? now * (1 - later) : 0;
      const flows = { [`recruit ${key}${year}`]: 1 - first, [`redundant ${key}${year}`]: -1 };
      draft.limit(
        { [`staff ${key}${year}`]: -1, ...before, ...flows, ...Object.fromEntries(moves) },
        -opening,
        -opening,
      );
      const required = need[year - 1] ?? 0;
      draft.limit(
        { [`staff ${key}${year}`]: 1, [`surplus ${key}${year}`]: -1, [`short-time ${key}${year}`]: -0.5 },
        required,
        required,
      );
    });
    draft.limit({ [`move sk${year}`]: 1, [`staff k${year}`]: -0.25 }, -Infinity, 0);
    draft.limit(Object.fromEntries(GRADES.map(({ key }) => [`surplus ${key}${year}`, 1])), 0, 150);
  }
  return draft;
}

function mostMoved(from: string, to: string): number {
  if (from === 'u') return to === 's' ? 200 : 0;
  return Infinity;
}

const REDUNDANCIES: Readonly<Record<string, number>> = Object.fromEntries(
  YEARS.flatMap((year) => GRADES.map(({ key }) => [`redundant ${key}${year}`, 1])),
);
const COSTS: Readonly<Record<string, number>> = Object.fromEntries(
  YEARS.flatMap((year): [string, number][] => [
    [`move us${year}`, 400],
    [`move sk${year}`, 500],
    ...GRADES.flatMap(({ key, pay: [redundancy, surplus, shortTime] }): [string, number][] => [
      [`redundant ${key}${year}`, redundancy],
      [`surplus ${key}${year}`, surplus],
      [`short-time ${key}${year}`, shortTime],
    ]),
  ]),
);

describe('published linear programmes of manpower planning', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  it('has the least redundancies of Williams: 841.80 people over three years', () => {
    expect(williams().least(solver, REDUNDANCIES).value).toBeCloseTo(841.796875, 5);
  });

  it('has the least cost of Williams: 498 677 pounds, with more redundancies', () => {
    const cheapest = williams().least(solver, COSTS);
    expect(cheapest.value).toBeCloseTo(498_677.29, 1);
    const redundant = Object.keys(REDUNDANCIES).reduce((sum, name) => sum + (cheapest.of(name) ?? 0), 0);
    expect(redundant).toBeCloseTo(1423.7, 0);
  });

  it('has the shifts of Union Airways: 48, 31, 39, 43 and 15 agents for 30 610 dollars a day', () => {
    // F. S. Hillier and G. J. Lieberman, Introduction to Operations Research, section 3.4 "Personnel Scheduling".
    const draft = new Draft();
    const costs: Readonly<Record<string, number>> = { a: 170, b: 160, c: 175, d: 180, e: 195 };
    for (const shift of Object.keys(costs)) draft.add(shift, Infinity, true);
    const periods: readonly (readonly [string, number])[] = [
      ['a', 48],
      ['ab', 79],
      ['ab', 65],
      ['abc', 87],
      ['bc', 64],
      ['cd', 73],
      ['cd', 82],
      ['d', 43],
      ['de', 52],
      ['e', 15],
    ];
    for (const [shifts, agents] of periods) {
      draft.limit(Object.fromEntries([...shifts].map((shift) => [shift, 1])), agents, Infinity);
    }
    const solved = draft.least(solver, costs, true);
    expect(solved.value).toBeCloseTo(30_610, 6);
    expect(Object.keys(costs).map((shift) => solved.of(shift))).toEqual([48, 31, 39, 43, 15]);
  });
});
