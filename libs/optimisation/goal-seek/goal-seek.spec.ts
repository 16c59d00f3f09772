import * as fc from 'fast-check';
import { assume, BASE, NURSES } from '../../../test/support/example-projection';
import { project, type ProjectionInput } from '#modules/projection';
import { OrganisationModel, type Lever, type Quantity } from '../model';
import { bracketedRoot } from './bracketed-root';
import { leverOf, seekGoal, soughtFunction, type GoalQuestion, type SoughtTarget } from './goal-seek';
import { requiredSharesByBand } from './required-shares';

const YEAR = BASE.calendar.firstYear;
const LAST = BASE.calendar.years - 1;
const measure = (name: 'fte' | 'requirement' | 'bank-fte', year: number): Quantity => ({
  kind: 'measure',
  measure: name,
  staffGroup: NURSES,
  year,
});

/** Requirement less staff in post at the end of the round is gone. */
const NO_GAP: SoughtTarget = {
  label: 'Nursing gap',
  terms: [
    { quantity: measure('requirement', YEAR + LAST), weight: 1 },
    { quantity: measure('fte', YEAR + LAST), weight: -1 },
  ],
  sense: 'exactly',
  value: 0,
  tolerance: 0.01,
};

function ask(parameter: string, [low, high]: readonly [number, number], target: SoughtTarget): GoalQuestion {
  return {
    sought: { kind: 'assumption', parameter, staffGroup: NURSES },
    low,
    high,
    fromYear: 0,
    toYear: LAST,
    target,
  };
}

function seek(question: GoalQuestion, input: ProjectionInput = BASE) {
  const lever = leverOf(question, input.calendar.years);
  const model = new OrganisationModel(
    input,
    [lever],
    question.target.terms.map(({ quantity }) => quantity),
  );
  const sought = soughtFunction([model], question);
  const answer = seekGoal(sought, question);
  return { answer, model, amounts: sought.amountsOf(model, answer.best.value) };
}

const planned: ProjectionInput = {
  ...BASE,
  assumptions: assume({ 'growth.joiners-wider-labour-market': { [NURSES]: 90 } }),
};

describe('a bracketed root', () => {
  it('of cubics with three known roots is one of them', () => {
    const roots = fc.tuple(
      fc.double({ min: -9, max: -4 }),
      fc.double({ min: -2, max: 2 }),
      fc.double({ min: 4, max: 9 }),
    );
    fc.assert(
      fc.property(roots, (known) => {
        if (known.some((root) => !Number.isFinite(root))) return;
        const valueAt = (x: number): number => known.reduce((product, root) => product * (x - root), 1);
        const bracket = { low: -10, high: 10, atLow: valueAt(-10), atHigh: valueAt(10) };
        const root = bracketedRoot(valueAt, bracket, { argument: 1e-12, value: 0 });
        expect(Math.min(...known.map((each) => Math.abs(each - root)))).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('goal seek', () => {
  it('finds the turnover that closes the gap, as the whole projection confirms', () => {
    const { answer, model, amounts } = seek(ask('retention.leaver-rate', [0, 0.3], NO_GAP), planned);
    expect(answer).toMatchObject({ outcome: 'solved', isMonotone: true, others: [], missing: 0 });
    const input = model.wholeInputAt(amounts);
    expect(input.assumptions['retention.leaver-rate']?.[NURSES]?.values[1]).toBeCloseTo(
      answer.best.value,
      10,
    );
    const nurses = project(input).staffGroups.find(({ code }) => code === NURSES);
    const gap = (nurses?.series.requirement.at(-1) ?? 0) - (nurses?.series.fte.at(-1) ?? 0);
    expect(Math.abs(gap)).toBeLessThan(0.01);
  });

  it('finds the offers from overseas that are needed: twice the gap needs twice the offers', () => {
    const none = { ...BASE, assumptions: assume({}) };
    const fewest = seek(ask('international-recruitment.offers', [0, 5000], NO_GAP), none).answer;
    expect(fewest.outcome).toBe('solved');
    expect(fewest.best.value).toBeGreaterThan(0);
    const asked = (value: number): number =>
      seek(ask('international-recruitment.offers', [0, 5000], { ...NO_GAP, value }), none).answer.best.value;
    const whole = fewest.current.figure;
    expect(asked(whole / 2) * 2).toBeCloseTo(fewest.best.value, 3);
  });

  it('says how close it comes where no value within the bounds will do', () => {
    const { answer } = seek(ask('retention.leaver-rate', [0.2, 0.3], NO_GAP), planned);
    expect(answer.outcome).toBe('not-reachable');
    expect(answer.best.value).toBeCloseTo(0.2, 9);
    expect(answer.missing).toBeCloseTo(answer.best.figure, 9);
    expect(answer.missing).toBeGreaterThan(0);
  });

  it('changes nothing where the target is met, and says where the assumption has no effect', () => {
    const met = seek(
      ask('retention.leaver-rate', [0, 0.3], { ...NO_GAP, sense: 'at-most', value: 1e6 }),
      planned,
    );
    expect(met.answer.outcome).toBe('met-already');
    const pay = seek(ask('pay-bill.pay-award', [0, 0.1], { ...NO_GAP, value: 1 }), planned);
    expect(pay.answer.outcome).toBe('without-effect');
  });

  it('finds both values of a figure that turns, the nearer one first, and a turn that touches the target', () => {
    const turning = { current: 2.5, figureAt: (x: number) => (x - 1) * (x - 1), amountsOf: () => ({}) };
    const target = (value: number): SoughtTarget => ({ ...NO_GAP, value, tolerance: 1e-9 });
    const two = seekGoal(turning, ask('x', [-1, 3], target(0.5)));
    expect(two.isMonotone).toBe(false);
    expect(two.best.value).toBeCloseTo(1 + Math.sqrt(0.5), 6);
    expect(two.others[0]).toBeCloseTo(1 - Math.sqrt(0.5), 6);
    const narrow = seekGoal(turning, ask('x', [-1, 3], target(0.001)));
    expect(narrow.outcome).toBe('solved');
    const below = seekGoal(turning, ask('x', [-1, 3], target(-0.25)));
    expect(below.outcome).toBe('not-reachable');
    expect(below.best.value).toBeCloseTo(1, 4);
    expect(below.missing).toBeCloseTo(0.25, 4);
  });

  it('finds the apprenticeship starts that leave no levy to expire', () => {
    const lever: Lever = {
      key: 'starts',
      label: 'Nursing degree apprenticeship',
      unit: 'start',
      action: {
        kind: 'register-number',
        register: 'apprenticeship-levy.starts',
        field: 'starts',
        values: { standard: 'ST0781', donorGroup: NURSES, intakeMonth: '09' },
      },
      staffGroup: NURSES,
      most: [null, null],
      mostPer: 'organisation',
      ramp: null,
      leadMonths: 0,
      unitCost: 0,
      costPer: 'organisation',
      wholeUpTo: 0,
      pool: null,
      funded: 'own-means',
    };
    const withAccount = levyInput();
    const expired = Array.from(
      { length: withAccount.calendar.years },
      (_, year): SoughtTarget['terms'][number] => ({
        quantity: { kind: 'levy', what: 'expired', year: YEAR + year },
        weight: 1,
      }),
    );
    const target: SoughtTarget = {
      label: 'Levy expired',
      terms: expired,
      sense: 'at-most',
      value: 0,
      tolerance: 100,
    };
    const question: GoalQuestion = {
      sought: { kind: 'register-number', lever },
      low: 0,
      high: 400,
      fromYear: 0,
      toYear: LAST,
      target,
    };
    const { answer, model } = seek(question, withAccount);
    expect(answer.current.figure).toBeGreaterThan(100);
    expect(answer.outcome).toBe('solved');
    const lost = (starts: number): number =>
      model.confirmedAt({ starts: [starts, starts] }).reduce((sum, pounds) => sum + pounds, 0);
    expect(lost(answer.best.value)).toBeLessThanOrEqual(200);
    expect(lost(answer.best.value * 0.9)).toBeGreaterThan(lost(answer.best.value));
  });

  it('finds the share of appointments that each band needs', () => {
    const joiners = { 'growth.joiners-wider-labour-market': { [NURSES]: 150 } };
    const input = { ...BASE, assumptions: assume(joiners) };
    const question = {
      staffGroup: NURSES,
      target: 0.3,
      basis: 'known',
      year: YEAR + LAST,
      fromYear: YEAR,
    } as const;
    const shares = requiredSharesByBand(input, question);
    expect(shares.length).toBeGreaterThan(1);
    for (const { share, asPlanned, feasibility } of shares) {
      if (feasibility === 'reached-without') expect(asPlanned).toBeGreaterThan(0);
      else expect(share ?? Infinity).toBeGreaterThan(0);
    }
    expect(() => requiredSharesByBand(input, { ...question, staffGroup: 'astronauts' })).toThrow(RangeError);
  });
});

/** An account with funds that are lost unless apprentices are paid from them. */
function levyInput(): ProjectionInput {
  const lot = (entered: string) => ({ id: entered, values: { entered, unspent: 40_000 } });
  const registers = { 'apprenticeship-levy.opening-funds': ['2025-06', '2025-08', '2025-10'].map(lot) };
  return { ...BASE, registers };
}
