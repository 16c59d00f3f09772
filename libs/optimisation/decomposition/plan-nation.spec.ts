import * as fc from 'fast-check';
import { assume, BASE, NURSES } from '../../../test/support/example-projection';
import { acting, lever } from '../../../test/support/lever.fixture';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import {
  internationalShareLimit,
  leverPool,
  limitFigure,
  optimisePlan,
  PlanModel,
  shortfallLimit,
  type Limit,
} from '../plan';
import type { NationalRequest, NationalSystem } from './national-request';
import { planNation } from './plan-nation';

const LAST = BASE.calendar.firstYear + BASE.calendar.years - 1;
const YEARS = Array.from({ length: BASE.calendar.years }, (_, year) => BASE.calendar.firstYear + year);
const QUIET = { onProgress: () => undefined, check: () => undefined };
const PER_HEAD = { most: [0.03, 0.03], mostPer: 'head' } as const;
const TOGETHER = { organisation: null } as const;

const RECRUITS = lever({
  ...PER_HEAD,
  key: 'recruits',
  action: acting('growth.joiners-wider-labour-market', 1),
  unitCost: 5000,
});
const OFFERS = lever({
  ...PER_HEAD,
  key: 'offers',
  action: acting('international-recruitment.offers', 1),
  most: [0.05, 0.05],
});
const TURNOVER = lever({
  ...PER_HEAD,
  key: 'turnover',
  action: acting('retention.leaver-rate', -0.001),
  most: [20, 30],
  mostPer: 'organisation',
  unitCost: 60,
  costPer: 'head',
});
const LEVERS = [RECRUITS, TURNOVER, OFFERS];

/** A trust of another size, whose people leave at another rate. */
function trust(code: string, size: number, leaving: number): ProjectionInput {
  const assumptions = assume({
    'growth.joiners-wider-labour-market': { [NURSES]: 90 * size },
    'retention.leaver-rate': { [NURSES]: leaving },
  });
  const staffGroups = BASE.staffGroups.map(({ establishment, ...group }) => ({
    ...group,
    headcount: group.headcount * size,
    fte: group.fte * size,
    ...(establishment === undefined ? {} : { establishment: establishment * size }),
  }));
  return { ...BASE, organisation: { code, name: code }, assumptions, staffGroups };
}

const missing = (most: number): Limit =>
  shortfallLimit(TOGETHER, { staffGroups: [NURSES], year: LAST, most });
const pool = (key: string, most: number): readonly Limit[] =>
  YEARS.map((year) => leverPool({ lever: key, label: `pool of ${key}`, year, most }));

function plannedShortfall(inputs: readonly ProjectionInput[]): number {
  const model = new PlanModel(inputs, {
    levers: [],
    limits: [missing(0)],
    objective: { kind: 'least-cost' },
  });
  return limitFigure(missing(0), model, [], model.valuesAt([])).value;
}

const systemOf = (inputs: readonly ProjectionInput[], limits: readonly Limit[] = []): NationalSystem => ({
  code: inputs[0]?.organisation.code ?? '',
  name: inputs[0]?.organisation.name ?? '',
  read: () => Promise.resolve({ inputs, levers: LEVERS, limits }),
});

describe('a nation planned system by system', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  const FIRST = [trust('A1', 1, 0.1), trust('A2', 0.5, 0.08)];
  const SECOND = [trust('B1', 0.8, 0.14)];
  const THIRD = [trust('C1', 0.3, 0.07)];

  const nation = (
    shared: readonly Limit[],
    systems: readonly NationalSystem[],
    objective: NationalRequest['objective'] = { kind: 'least-cost' },
  ) =>
    planNation(
      solver,
      systems,
      { objective, shared: shared.map((limit) => ({ limit, basis: 'amount' })) },
      QUIET,
    );

  it('is as good as one program of all organisations, within the gap that it states', async () => {
    const systems = [FIRST, SECOND, THIRD];
    const planned = plannedShortfall(systems.flat());
    const cases = fc.record({
      remaining: fc.double({ min: 0.6, max: 0.9, noNaN: true }),
      offers: fc.integer({ min: 2, max: 40 }),
      international: fc.double({ min: 0.1, max: 0.3, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ remaining, offers, international }) => {
        const shared = [
          missing(planned * remaining),
          internationalShareLimit(TOGETHER, { staffGroup: NURSES, year: LAST, most: international }),
          ...pool('offers', offers),
        ];
        const found = await nation(
          shared,
          systems.map((inputs) => systemOf(inputs)),
        );
        const { proposal } = optimisePlan(
          solver,
          systems.flat(),
          { levers: LEVERS, limits: shared, objective: { kind: 'least-cost' } },
          QUIET,
        );
        if (found.outcome !== 'solved') throw new Error(found.outcome);
        expect(proposal.outcome).toBe('solved');
        expect(found.shared.every(({ breach }) => breach <= 0.005)).toBe(true);
        const apart = found.gap.value / proposal.cost.total - 1;
        expect(apart).toBeLessThanOrEqual(found.gap.share + 0.005);
        expect(apart).toBeGreaterThanOrEqual(-0.005);
      }),
      { numRuns: 4 },
    );
  });

  it('begins from systems that cannot keep to their even parts, and still finds the plan', async () => {
    const planned = plannedShortfall([...FIRST, ...SECOND]);
    const weak = {
      ...systemOf(SECOND),
      read: () => Promise.resolve({ inputs: SECOND, levers: [OFFERS], limits: [] }),
    };
    const found = await nation([missing(planned * 0.85), ...pool('offers', 4)], [systemOf(FIRST), weak]);
    if (found.outcome !== 'solved') throw new Error(found.outcome);
    const [strong, other] = found.systems;
    expect(other?.onItsOwn).toBeNull();
    expect(strong?.onItsOwn).not.toBeNull();
    expect(found.shared[0]?.confirmed).toBeLessThanOrEqual(planned * 0.85 * 1.005);
    expect(strong?.shared[0]?.confirmed ?? 0).toBeLessThan(0.85 * (strong?.shared[0]?.asPlanned ?? 0));
  });

  it('says which shared limits conflict, and the smallest relaxation of each that helps', async () => {
    const planned = plannedShortfall([...FIRST, ...SECOND]);
    const budget: Limit = {
      ...TOGETHER,
      kind: 'cost',
      key: 'budget',
      label: 'Extra cost of all',
      sense: 'at-most',
      bound: 1_000_000,
    };
    const systems = [systemOf(FIRST), systemOf(SECOND)];
    const found = await nation([missing(planned * 0.6), budget, ...pool('offers', 1e6)], systems);
    if (found.outcome !== 'infeasible') throw new Error(found.outcome);
    expect(found.conflict?.between).toEqual([missing(0).label, budget.label]);
    const dearer = found.conflict?.alone.find(({ key }) => key === 'budget')?.reachable ?? 0;
    expect(dearer).toBeGreaterThan(1_000_000);
    const at = async (bound: number) =>
      (await nation([missing(planned * 0.6), { ...budget, bound }], systems)).outcome;
    expect(await at(dearer * 1.02)).toBe('solved');
    expect(await at(dearer * 0.9)).toBe('infeasible');
  });

  it('tells a system that cannot keep its own limits from limits that all cannot keep together', async () => {
    const impossible = missing(0);
    const found = await nation(
      [missing(1e6)],
      [systemOf(FIRST), systemOf(SECOND, [{ ...impossible, bound: 0 }])],
    );
    if (found.outcome !== 'system-infeasible') throw new Error(found.outcome);
    expect(found.conflicts.map(({ code }) => code)).toEqual(['B1']);
    expect(found.conflicts[0]?.conflict?.between).toContain(impossible.label);
  });

  it('names a lever whose most is missing where cost falls without end', async () => {
    const paid = { ...OFFERS, most: [null, null], unitCost: -1e6 };
    const system = {
      ...systemOf(FIRST),
      read: () => Promise.resolve({ inputs: FIRST, levers: [paid], limits: [] }),
    };
    const found = await nation([missing(1e6)], [system]);
    expect(found).toEqual({ outcome: 'unbounded', endless: ['offers'] });
  });

  it('leaves the least missing within a budget of all, wherever it does most', async () => {
    const budget: Limit = {
      ...TOGETHER,
      kind: 'cost',
      key: 'budget',
      label: 'Extra cost of all',
      sense: 'at-most',
      bound: 3_000_000,
    };
    const inputs = [...FIRST, ...SECOND];
    const objective = { kind: 'least-shortfall', staffGroups: [NURSES], years: [LAST] } as const;
    const found = await nation([budget], [systemOf(FIRST), systemOf(SECOND)], objective);
    if (found.outcome !== 'solved') throw new Error(found.outcome);
    const { model, settled } = optimisePlan(
      solver,
      inputs,
      { levers: LEVERS, limits: [budget], objective },
      QUIET,
    );
    const whole = limitFigure(missing(0), model, settled.amounts, settled.values).value;
    const left = plannedShortfall(inputs) + found.gap.value;
    expect(Math.abs(left / whole - 1)).toBeLessThan(0.005 + found.gap.share);
    expect(found.shared[0]?.confirmed).toBeLessThanOrEqual(3_000_000 * 1.005);
  });

  it('has one system in hand at a time, tells of each, and ends between two of them', async () => {
    const told: string[] = [];
    const shares: number[] = [];
    const read: string[] = [];
    const watched = [FIRST, SECOND].map((inputs) => {
      const system = systemOf(inputs);
      return { ...system, read: () => (read.push(system.code), system.read()) };
    });
    let left = 5;
    const stopped = planNation(
      solver,
      watched,
      { objective: { kind: 'least-cost' }, shared: [{ limit: missing(0.8), basis: 'of-size' }] },
      {
        onProgress: ({ stage, system, share }) => {
          if (told.at(-1) !== `${stage} ${system}`) told.push(`${stage} ${system}`);
          shares.push(share);
        },
        check: () => {
          if (read.length >= 3 && (left -= 1) < 0) throw new Error('stopped');
        },
      },
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(told.slice(0, 3)).toEqual(['as-planned A1', 'as-planned B1', 'even-part A1']);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
    expect(read.slice(0, 3)).toEqual(['A1', 'B1', 'A1']);
  });
});
