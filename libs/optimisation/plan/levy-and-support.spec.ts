import { assume, BASE, NURSES, SUPPORT } from '../../../test/support/example-projection';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { usualLevers } from '../catalogue';
import type { Lever } from '../model';
import { limitFigure } from './limit-figures';
import { levyLimit, shortfallLimit, supervisionLimit, temporaryCap } from './limits';
import { optimisePlan } from './optimise-plan';
import { PlanModel } from './plan-model';
import type { Limit, PlanRequest } from './plan-request';

const YEAR = BASE.calendar.firstYear;
const YEARS = BASE.calendar.years;
const LAST = YEAR + YEARS - 1;
const BASE_PLANNED_ABSENCE = assume({})['sickness-absence.planned-absence']?.[NURSES] ?? { values: [] };
const TOGETHER = { organisation: null } as const;
const WATCH = { onProgress: () => undefined, check: () => undefined };

/** A lever of the catalogue with room to move. */
function offered(key: string, change: Partial<Lever> = {}): Lever {
  const found = usualLevers(NURSES, YEARS).find((lever) => lever.key === key);
  if (found === undefined) throw new Error(`no lever ${key}`);
  const most = new Array<number>(YEARS).fill(200);
  return { ...found, most, mostPer: 'organisation', wholeUpTo: 0, ramp: null, ...change };
}

/** An account with funds that are lost unless apprentices are paid from them. */
function withAccount(unspent = 40_000): ProjectionInput {
  const lot = (entered: string) => ({ id: entered, values: { entered, unspent } });
  const registers = { 'apprenticeship-levy.opening-funds': ['2025-06', '2025-08', '2025-10'].map(lot) };
  const joiners = { 'growth.joiners-wider-labour-market': { [NURSES]: 90 } };
  return { ...BASE, assumptions: assume(joiners), registers };
}

const lost = (year: number, most: number): Limit => levyLimit(TOGETHER, { year, what: 'expired', most });
const overdrawn = (year: number, most: number): Limit =>
  levyLimit(TOGETHER, { year, what: 'not-covered', most });
const missing = (most: number): Limit =>
  shortfallLimit(TOGETHER, { staffGroups: [NURSES], year: LAST, most });

describe('the levy account and the staff beside a registered group', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  const cheapest = (levers: readonly Lever[], ...limits: readonly Limit[]): PlanRequest => ({
    levers,
    limits,
    objective: { kind: 'least-cost' },
  });
  const solve = (request: PlanRequest, inputs: readonly ProjectionInput[] = [withAccount()]) =>
    optimisePlan(solver, inputs, request, WATCH);
  const planned = (limit: Limit, input = withAccount()): number => figureOf([input], limit);

  it('starts the fewest apprentices that leave no levy to expire, and overdraws nothing', () => {
    expect(planned(lost(LAST, 0))).toBeGreaterThan(10_000);
    const limits = [lost(LAST, 0), ...[YEAR, LAST].map((year) => overdrawn(year, 0))];
    const { proposal, model } = solve(cheapest([offered('apprenticeship-starts')], ...limits));
    expect(proposal.outcome).toBe('solved');
    for (const { confirmed } of proposal.limits) expect(confirmed).toBeLessThan(100);
    const fewer = model.columns.map((_, place) => 0.9 * (proposal.levers[0]?.amounts[place] ?? 0));
    expect(limitFigure(lost(LAST, 0), model, fewer, model.valuesAt(fewer)).value).toBeGreaterThan(1000);
  });

  it('starts no more apprentices than the account can pay for, however cheap they are', () => {
    const paid = offered('apprenticeship-starts', { unitCost: -20_000 });
    const limits = [YEAR, LAST].map((year) => overdrawn(year, 0));
    const { proposal, model } = solve(cheapest([paid], ...limits));
    const starts = proposal.levers[0]?.amounts ?? [];
    expect(starts.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1);
    for (const { confirmed } of proposal.limits) expect(confirmed).toBeLessThan(100);
    const more = starts.map((each) => 1.1 * each);
    const figures = limits.map((limit) => limitFigure(limit, model, more, model.valuesAt(more)).value);
    expect(Math.max(...figures)).toBeGreaterThan(1000);
  });

  it('starts no more apprentices than there are nurses to supervise them', () => {
    const paid = offered('apprenticeship-starts', { unitCost: -20_000 });
    const supervision = supervisionLimit(TOGETHER, {
      staffGroup: NURSES,
      learnersIn: [SUPPORT],
      year: LAST,
      most: 0.05,
    });
    const { proposal } = solve(cheapest([paid], supervision));
    expect(proposal.limits[0]?.confirmed).toBeCloseTo(0.05, 3);
    expect(proposal.limits[0]?.breach).toBeLessThan(0.005);
  });

  it('needs fewer nurses where support staff take over work, and more support staff', () => {
    const nurses = planned(missing(0));
    const support = shortfallLimit(TOGETHER, { staffGroups: [SUPPORT], year: LAST, most: 1e6 });
    const substitution = offered('substitution');
    const { proposal } = solve(cheapest([substitution], missing(nurses - 10), support));
    expect(proposal.outcome).toBe('solved');
    const atWork = 1 - (BASE_PLANNED_ABSENCE.values[0] ?? NaN);
    expect(proposal.levers[0]?.amounts.at(-1)).toBeCloseTo(10 / (0.5 * atWork), 1);
    expect(proposal.limits[0]?.confirmed).toBeCloseTo(nurses - 10, 1);
    const { asPlanned, confirmed } = proposal.limits[1] ?? { asPlanned: NaN, confirmed: NaN };
    expect(confirmed).toBeGreaterThanOrEqual(asPlanned);
  });

  it('lowers a cap on bank staff from what is in use, and moves shifts from agency to bank', () => {
    const input = {
      ...withAccount(),
      assumptions: assume({
        'temporary-staffing.bank-at-start': { [NURSES]: 60 },
        'temporary-staffing.agency-at-start': { [NURSES]: 40 },
      }),
    };
    const bank = temporaryCap(TOGETHER, { staffGroup: NURSES, year: LAST, what: 'bank', most: 50 });
    const agency = temporaryCap(TOGETHER, { staffGroup: NURSES, year: LAST, what: 'agency', most: 25 });
    expect(planned(bank, input)).toBeGreaterThan(50);
    expect(planned(agency, input)).toBeGreaterThan(25);
    const capped = solve(cheapest([offered('bank-cap')], bank), [input]).proposal;
    expect(capped.outcome).toBe('solved');
    expect(capped.limits[0]?.confirmed).toBeLessThanOrEqual(50.25);
    const moved = solve(cheapest([offered('bank-share', { unitCost: 1e4 })], agency), [input]).proposal;
    expect(moved.outcome).toBe('solved');
    expect(moved.limits[0]?.confirmed).toBeCloseTo(25, 0);
  });

  it('pays for the apprentices of one employer from levy that another would lose', () => {
    const rich = withAccount(60_000);
    const starts = { standard: 'ST0781', donorGroup: SUPPORT, targetGroup: NURSES, intakeMonth: '09' };
    const entry = { id: 'planned', values: { ...starts, starts: { [YEAR]: 150 } } };
    const poor: ProjectionInput = {
      ...withAccount(),
      organisation: { code: 'POOR', name: 'Poor trust' },
      registers: { 'apprenticeship-levy.starts': [entry] },
    };
    const levers = ['levy-given', 'levy-received'].map((key) =>
      offered(key, { most: new Array<number>(YEARS).fill(1e6) }),
    );
    const years = [YEAR, LAST];
    const unused = years.map((year) => levyLimit(TOGETHER, { year, what: 'not-used', most: 0 }));
    expect(figureOf([rich, poor], overdrawn(LAST, 0))).toBeGreaterThan(10_000);
    const mostOpen = overdrawn(LAST, 0.6 * figureOf([rich, poor], overdrawn(LAST, 0)));
    const limits = [mostOpen, lost(LAST, 0.7 * figureOf([rich, poor], lost(LAST, 0))), ...unused];
    const { proposal } = solve(cheapest(levers, ...limits), [rich, poor]);
    expect(proposal.outcome).toBe('solved');
    for (const { breach } of proposal.limits) expect(breach).toBeLessThan(0.005);
    const total = (key: string, year: number): number =>
      proposal.levers
        .filter(({ lever }) => lever === key)
        .reduce((sum, { amounts }) => sum + (amounts[year] ?? 0), 0);
    expect(total('levy-received', YEARS - 1)).toBeGreaterThan(1000);
    years.forEach((_, year) =>
      expect(total('levy-received', year)).toBeLessThanOrEqual(total('levy-given', year) + 1e-3),
    );
    expect(solve(cheapest(levers.slice(1), ...limits), [rich, poor]).proposal.outcome).toBe('infeasible');
  });

  function figureOf(inputs: readonly ProjectionInput[], limit: Limit): number {
    const model = new PlanModel(inputs, cheapest([], limit));
    return limitFigure(limit, model, [], model.valuesAt([])).value;
  }
});
