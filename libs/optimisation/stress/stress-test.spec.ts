import { assume, BASE, NURSES } from '../../../test/support/example-projection';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import { loadPolicy } from '#policy';
import { HAND_PLANS, handPlan, usualLevers } from '../catalogue';
import { limitFigure, optimisePlan, shortfallLimit, type FoundPlan, type PlanRequest } from '../plan';
import { AS_ASSUMED, namedFutures, worstTurnover } from './futures';
import { drawnOutcome, leverFailures, regretTable } from './stress-test';

const LAST = BASE.calendar.firstYear + BASE.calendar.years - 1;
const INPUT = { ...BASE, assumptions: assume({ 'growth.joiners-wider-labour-market': { [NURSES]: 90 } }) };
/** About half of what is missing as planned, WTE. */
const AIM = 30;
const FUTURES = namedFutures(loadPolicy().leaverRates);

describe('a plan under stress', () => {
  let solver: LinearSolver;
  let request: PlanRequest;
  let found: FoundPlan;
  beforeAll(async () => {
    solver = await loadLinearSolver();
    const aim = shortfallLimit({ organisation: null }, { staffGroups: [NURSES], year: LAST, most: AIM });
    request = { levers: usualLevers(NURSES, 2), limits: [aim], objective: { kind: 'least-cost' } };
    found = optimisePlan(solver, [INPUT], request, { onProgress: () => undefined, check: () => undefined });
  });

  it('is solved first, cheaper than plans by hand that leave as much missing', () => {
    expect(found.proposal.outcome).toBe('solved');
    const { model, proposal } = found;
    const aim = request.limits[0]!;
    for (const hand of HAND_PLANS) {
      const { amounts } = handPlan(model, hand, aim);
      const values = model.valuesAt(amounts);
      const isMet = limitFigure(aim, model, amounts, values).relative <= 1e-4;
      const cost = values.reduce((sum, own) => sum + model.payBillIn(own), 0) - model.plannedPayBill;
      const levers = model.columns.reduce(
        (sum, { cost: own }, place) => sum + own * (amounts[place] ?? 0),
        0,
      );
      expect(isMet && cost + levers < proposal.cost.total * 0.999).toBe(false);
    }
  });

  it('regrets nothing where it does best, and never less than nothing', () => {
    const none = new Float64Array(found.model.columns.length);
    const plans = [
      { name: 'proposal', amounts: found.settled.amounts },
      { name: 'none', amounts: none },
    ];
    const { outturns, worst } = regretTable(found, request, plans, FUTURES);
    expect(outturns).toHaveLength(plans.length * FUTURES.length);
    for (const { key } of FUTURES) {
      const regrets = outturns.filter(({ future }) => future === key).map(({ regret }) => regret);
      expect(Math.min(...regrets)).toBe(0);
    }
    expect(worst[0]?.plan).toBe('proposal');
    const at = (plan: string, future: string) =>
      outturns.find((each) => each.plan === plan && each.future === future)?.shortfall ?? NaN;
    expect(at('none', 'worst-turnover')).toBeGreaterThan(at('none', 'as-assumed'));
    expect(at('none', 'activity-up')).toBeGreaterThan(at('none', 'as-assumed'));
    expect(at('none', 'half-overseas')).toBeCloseTo(at('none', 'as-assumed'), 9);
  });

  it('names the lever whose failure hurts most: without it that much more is missing', () => {
    const [worst] = leverFailures(found, request, FUTURES);
    const effect = found.proposal.effects.find(({ lever }) => lever === worst?.lever);
    expect(worst?.asAssumed).toBeCloseTo(effect?.shortfall ?? NaN, 6);
    expect(worst?.atWorst).toBeGreaterThanOrEqual(worst?.asAssumed ?? NaN);
  });

  it('takes turnover at its worst from what is published: nurses 11.5 % of 2022 over 8.8 % of 2024', () => {
    const { assumptions } = worstTurnover(loadPolicy().leaverRates).assumptions(INPUT);
    const before = INPUT.assumptions['retention.leaver-rate']?.[NURSES]?.values[1] ?? NaN;
    expect(assumptions['retention.leaver-rate']?.[NURSES]?.values[1]).toBeCloseTo(before * (11.5 / 8.8), 10);
    expect(AS_ASSUMED.assumptions(INPUT)).toBe(INPUT);
  });

  it('reaches its aim in more of the draws than no plan does', () => {
    const options = { draws: 40, seed: '3', aim: AIM };
    const proposed = drawnOutcome(found.model, request, found.settled.amounts, options);
    const none = drawnOutcome(found.model, request, new Float64Array(found.model.columns.length), options);
    expect(proposed.p10).toBeLessThanOrEqual(proposed.p50);
    expect(proposed.p50).toBeLessThan(none.p50);
    expect(proposed.shareReached).toBeGreaterThanOrEqual(none.shareReached);
  });
});
