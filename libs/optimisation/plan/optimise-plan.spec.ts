import { assume, BASE, NURSES, SUPPORT } from '../../../test/support/example-projection';
import { acting, lever } from '../../../test/support/lever.fixture';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import type { Lever } from '../model';
import { costFrontier } from './frontier';
import { drawnShortfalls, riskOf } from './least-risk';
import { limitFigure } from './limit-figures';
import {
  internationalShareLimit,
  levyLimit,
  payBillLimit,
  registeredShareFloor,
  representationLimit,
  shortfallLimit,
} from './limits';
import { optimisePlan, proposedCost } from './optimise-plan';
import type { Limit, PlanRequest } from './plan-request';
import { PlanModel } from './plan-model';

const YEAR = BASE.calendar.firstYear;
const LAST = YEAR + BASE.calendar.years - 1;
const WATCH = { onProgress: () => undefined, check: () => undefined };

const RECRUITS = lever({
  key: 'recruits',
  action: acting('growth.joiners-wider-labour-market', 1),
  unitCost: 5000,
});
const TURNOVER = lever({
  key: 'turnover',
  action: acting('retention.leaver-rate', -0.001),
  most: [20, 30],
  unitCost: 60_000,
});
const OFFERS = lever({ key: 'offers', action: acting('international-recruitment.offers', 1) });
const COVERAGE = lever({
  key: 'coverage',
  action: {
    kind: 'retention-coverage',
    name: 'Flexible rotas',
    staffGroup: NURSES,
    effect: 0.2,
    evidence: 'judgement',
  },
  most: [0.4, 0.8],
  unitCost: 300,
  costPer: 'head',
});
const JOINING = { 'growth.joiners-wider-labour-market': { [NURSES]: 90 } };
const SHARES = {
  'representation.bme-share-of-joiners': { [NURSES]: 0.2 },
};
const ONE: ProjectionInput = {
  ...BASE,
  assumptions: assume(JOINING),
};
const OTHER: ProjectionInput = {
  ...ONE,
  organisation: { code: 'OTHER', name: 'Other trust' },
  staffGroups: ONE.staffGroups.map(({ establishment, ...group }) => ({
    ...group,
    headcount: group.headcount / 2,
    fte: group.fte / 2,
    ...(establishment === undefined ? {} : { establishment: establishment / 2 }),
  })),
};

const missing = (most: number): Limit =>
  shortfallLimit({ organisation: null }, { staffGroups: [NURSES], year: LAST, most });

function shortfallAsPlanned(inputs: readonly ProjectionInput[] = [ONE]): number {
  const model = new PlanModel(inputs, {
    levers: [],
    limits: [missing(0)],
    objective: { kind: 'least-cost' },
  });
  return limitFigure(missing(0), model, [], model.valuesAt([])).value;
}

describe('the optimiser', () => {
  let solver: LinearSolver;
  const planned = shortfallAsPlanned();
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  const solve = (request: PlanRequest, inputs: readonly ProjectionInput[] = [ONE]) =>
    optimisePlan(solver, inputs, request, WATCH);
  const cheapest = (levers: readonly Lever[], ...limits: readonly Limit[]): PlanRequest => ({
    levers,
    limits,
    objective: { kind: 'least-cost' },
  });

  it('finds what trying every amount on the engine finds, and the whole projection confirms it', () => {
    const request = cheapest([RECRUITS, TURNOVER], missing(planned * 0.6));
    const { proposal, model } = solve(request);
    expect(proposal.outcome).toBe('solved');
    const grid = [0, 0.25, 0.5, 0.75, 1];
    const costs = grid.flatMap((a) =>
      grid.flatMap((b) =>
        grid.flatMap((c) =>
          grid.flatMap((d) => {
            const amounts = Float64Array.of(100 * a, 100 * b, 20 * c, 30 * d);
            const values = model.valuesAt(amounts);
            const isKept = limitFigure(request.limits[0]!, model, amounts, values).relative <= 1e-9;
            return isKept ? [proposedCost(model, amounts, values).total] : [];
          }),
        ),
      ),
    );
    expect(costs.length).toBeGreaterThan(50);
    expect(proposal.cost.total).toBeLessThanOrEqual(Math.min(...costs) + 1);
    expect(proposal.limits[0]?.confirmed).toBeCloseTo(planned * 0.6, 3);
    expect(Math.abs(proposal.limits[0]?.breach ?? 1)).toBeLessThan(0.005);
  });

  it('prices the shortfall at what one WTE less would cost', () => {
    const at = (bound: number) => solve(cheapest([RECRUITS, TURNOVER], missing(bound))).proposal;
    const price = at(planned * 0.6).binding.find(({ kind }) => kind === 'limit')?.price ?? 0;
    const further = at(planned * 0.6 - 1).cost.total - at(planned * 0.6).cost.total;
    expect(-price / further).toBeCloseTo(1, 1);
    expect(further).toBeGreaterThan(0);
  });

  it('says which limits conflict, and the smallest relaxation of each that would help', () => {
    const few = { ...RECRUITS, most: [10, 10] };
    const { proposal } = solve(cheapest([few], missing(0)));
    expect(proposal.outcome).toBe('infeasible');
    expect(proposal.conflict?.between).toEqual(
      expect.arrayContaining([missing(0).label, 'the most that is allowed of recruits']),
    );
    const [relaxed] = proposal.conflict?.alone ?? [];
    expect(relaxed?.reachable).toBeLessThan(planned);
    expect(solve(cheapest([few], missing((relaxed?.reachable ?? 0) * 1.001))).proposal.outcome).toBe(
      'solved',
    );
    expect(solve(cheapest([few], missing((relaxed?.reachable ?? 0) * 0.98))).proposal.outcome).toBe(
      'infeasible',
    );
  });

  it('names the lever whose most is missing where cost falls without end', () => {
    const paid = { ...OFFERS, most: [null, null], unitCost: -1e6 };
    const { proposal } = solve(cheapest([paid, RECRUITS], missing(planned)));
    expect(proposal.outcome).toBe('unbounded');
    expect(proposal.endless).toEqual(['offers']);
  });

  it('says where other plans are as good', () => {
    const twin = { ...RECRUITS, key: 'twin', label: 'twin' };
    const { proposal } = solve(cheapest([RECRUITS, twin], missing(planned * 0.7)));
    expect(proposal.freeChoices.map(({ label }) => label).sort()).toEqual(['recruits', 'twin']);
    expect(solve(cheapest([RECRUITS], missing(planned * 0.7))).proposal.freeChoices).toEqual([]);
  });

  it('keeps ramps, lead times, whole numbers and coverage that never falls', () => {
    const slow = { ...RECRUITS, ramp: 12, leadMonths: 6 };
    const whole = { ...OFFERS, most: [9, 9], wholeUpTo: 10 };
    const { proposal } = solve(cheapest([slow, whole, COVERAGE], missing(planned * 0.95)));
    expect(proposal.outcome).toBe('solved');
    const of = (key: string): readonly number[] =>
      proposal.levers.find(({ lever: each }) => each === key)?.amounts ?? [0, 0];
    const [first = 0, second = 0] = of('recruits');
    expect(first).toBeLessThanOrEqual(12 + 1e-6);
    expect(second - first).toBeLessThanOrEqual(12 + 1e-6);
    for (const amount of of('offers')) expect(amount).toBe(Math.round(amount));
    expect(of('coverage')[1] ?? 0).toBeGreaterThanOrEqual(of('coverage')[0] ?? 0);
  });

  it('shares a pool between organisations, cheaper together than each with half of it', () => {
    const inputs = [ONE, OTHER];
    const all = shortfallAsPlanned(inputs);
    const pooled = { ...RECRUITS, pool: [60, 60] };
    const together = solve(cheapest([pooled, TURNOVER], missing(all * 0.85)), inputs).proposal;
    const apart = solve(
      cheapest([{ ...RECRUITS, most: [30, 30] }, TURNOVER], missing(all * 0.85)),
      inputs,
    ).proposal;
    expect(together.outcome).toBe('solved');
    for (const year of [0, 1]) {
      const used = together.levers
        .filter(({ lever: key }) => key === 'recruits')
        .map(({ amounts }) => amounts[year] ?? 0);
      expect(used.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(60 + 1e-6);
    }
    expect(together.cost.total).toBeLessThanOrEqual(apart.cost.total + 1);
  });

  it('keeps limits on shares, pay and the levy account', () => {
    const limits = [
      internationalShareLimit({ organisation: null }, { staffGroup: NURSES, year: LAST, most: 0.1 }),
      payBillLimit({ organisation: null }, { year: LAST, most: 1e9, basis: 'control-total' }),
      levyLimit({ organisation: null }, { year: LAST, what: 'not-covered', most: 1000 }),
    ];
    const { proposal } = solve(
      cheapest([{ ...OFFERS, unitCost: -1e6 }, RECRUITS], missing(planned), ...limits),
    );
    expect(proposal.outcome).toBe('solved');
    expect(proposal.limits[1]?.confirmed).toBeCloseTo(0.1, 3);
    expect(proposal.limits.every(({ breach }) => breach <= 0.005)).toBe(true);
  });

  it('recruits more where people with a characteristic and registered staff must not be too few', () => {
    const place = { organisation: null };
    const registered = (least: number): Limit =>
      registeredShareFloor(place, { registered: NURSES, support: SUPPORT, year: LAST, least });
    const represented = (least: number): Limit =>
      representationLimit(place, { staffGroup: NURSES, bands: null, year: LAST, least });
    const shared = lever({
      key: 'outreach',
      action: acting('representation.bme-share-of-joiners', 0.01),
      most: [30, 30],
      unitCost: 1000,
    });
    const input = { ...ONE, assumptions: assume({ ...JOINING, ...SHARES }) };
    const model = new PlanModel([input], {
      levers: [],
      limits: [registered(0), represented(0)],
      objective: { kind: 'least-cost' },
    });
    const [floor, share] = [registered(0), represented(0)].map(
      (limit) => limitFigure(limit, model, [], model.valuesAt([])).value,
    ) as [number, number];
    const request = cheapest([RECRUITS, shared], registered(floor + 0.005), represented(share + 0.005));
    const { proposal } = solve(request, [input]);
    expect(proposal.outcome).toBe('solved');
    expect(proposal.limits[0]?.confirmed).toBeCloseTo(floor + 0.005, 4);
    expect(proposal.limits[1]?.confirmed).toBeCloseTo(share + 0.005, 4);
    expect(proposal.levers.map(({ lever: key }) => key).sort()).toEqual(['outreach', 'recruits']);
  });

  it('has a frontier that costs more the less is missing', () => {
    const request = cheapest([RECRUITS, TURNOVER], missing(planned * 0.6));
    const bounds = [0.6, 0.7, 0.8, 0.9].map((part) => part * planned);
    const points = costFrontier(solver, solve(request), request, { limitKey: missing(0).key, bounds }, WATCH);
    points.forEach(({ shortfall, isReached }, place) => {
      expect(isReached).toBe(true);
      expect(shortfall).toBeLessThanOrEqual((bounds[place] ?? 0) * 1.005);
    });
    const costs = points.map(({ cost }) => cost.total);
    expect([...costs].sort((left, right) => right - left)).toEqual(costs);
  });

  it('makes the risk least, not only the central shortfall, within a budget', () => {
    const draws = { draws: 60, seed: '7' };
    const uncertain = { ...ONE, assumptions: withRange(ONE) };
    const budget: Limit = {
      kind: 'cost',
      key: 'budget',
      label: 'Extra cost',
      sense: 'at-most',
      bound: 500_000,
      organisation: null,
    };
    const aim = { staffGroups: [NURSES], years: [LAST] };
    const { proposal, model, settled } = solve(
      { levers: [RECRUITS, TURNOVER], limits: [budget], objective: { kind: 'least-risk', ...aim, ...draws } },
      [uncertain],
    );
    const risk = (input: ProjectionInput): number =>
      riskOf(drawnShortfalls([input], [{ kind: 'balance', staffGroup: NURSES, year: LAST }], draws));
    expect(proposal.cost.total).toBeLessThanOrEqual(500_000 * 1.005);
    const after = risk(model.organisations[0]!.wholeInputAt(model.amountsOf(0, settled.amounts)));
    expect(after).toBeLessThan(risk(uncertain));
  });
});

function withRange(input: ProjectionInput): ProjectionInput['assumptions'] {
  const values = new Array<number>(input.calendar.years + 1).fill(0.085);
  const [low, high] = [values.map(() => 0.06), values.map(() => 0.12)];
  const rates = input.assumptions['retention.leaver-rate'];
  return { ...input.assumptions, 'retention.leaver-rate': { ...rates, [NURSES]: { values, low, high } } };
}
