import { quantiles } from '#engine';
import {
  balancesOf,
  costOf,
  drawnShortfalls,
  shortfallIn,
  totalByDraw,
  type FoundPlan,
  type PlanModel,
  type PlanRequest,
  type Values,
} from '../plan';
import type { Future } from './futures';

/** A plan to be held against others: amounts by column of the model. */
export interface NamedPlan {
  readonly name: string;
  readonly amounts: Float64Array;
}

/** A plan in a future. */
export interface Outturn {
  readonly plan: string;
  readonly future: string;
  /** WTE missing, all that the request asks about together. */
  readonly shortfall: number;
  /** Pounds over the round more than the plan without levers costs in the same future. */
  readonly cost: number;
  /** WTE more missing than under the plan that does best in this future. */
  readonly regret: number;
}

/** What each plan regrets at worst. */
export interface RegretTable {
  readonly futures: readonly { readonly key: string; readonly label: string }[];
  readonly outturns: readonly Outturn[];
  /** Least first: the first plan is the one with the least to regret. */
  readonly worst: readonly { readonly plan: string; readonly regret: number; readonly future: string }[];
}

/** What the failure of one lever would do: it costs and delivers nothing. */
export interface LeverFailure {
  readonly lever: string;
  readonly label: string;
  /** WTE more missing, as assumed, and in the future in which it hurts most. */
  readonly asAssumed: number;
  readonly atWorst: number;
  readonly worstFuture: string;
}

/** How the shortfall spreads over the draws. */
export interface DrawnOutcome {
  readonly draws: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of the draws in which no more is missing than the plan aims at. */
  readonly shareReached: number;
}

function valuesIn(model: PlanModel, future: Future, amounts: Float64Array): Values {
  const kept = future.amounts(model, amounts);
  return model.organisations.map((each, organisation) =>
    each.valuesUnder(future.assumptions, model.amountsOf(organisation, kept)),
  );
}

/** Every plan in every future, on the engine. */
export function regretTable(
  { model }: Pick<FoundPlan, 'model'>,
  request: PlanRequest,
  plans: readonly NamedPlan[],
  futures: readonly Future[],
): RegretTable {
  const balances = balancesOf(request);
  const outturns = futures.flatMap((future): readonly Outturn[] => {
    const none = new Float64Array(model.columns.length);
    const without = costOf(model, none, valuesIn(model, future, none)).payBill;
    const own = plans.map(({ name, amounts }) => {
      const values = valuesIn(model, future, amounts);
      const { levers, payBill } = costOf(model, future.amounts(model, amounts), values);
      const shortfall = shortfallIn(model, values, balances);
      return { plan: name, future: future.key, shortfall, cost: levers + payBill - without };
    });
    const best = Math.min(...own.map(({ shortfall }) => shortfall));
    return own.map((outturn) => ({ ...outturn, regret: outturn.shortfall - best }));
  });
  const worst = plans.map(({ name }) => {
    const own = outturns.filter(({ plan }) => plan === name);
    const most = own.reduce((left, right) => (right.regret > left.regret ? right : left));
    return { plan: name, regret: most.regret, future: most.future };
  });
  return {
    futures: futures.map(({ key, label }) => ({ key, label })),
    outturns,
    worst: worst.sort((left, right) => left.regret - right.regret),
  };
}

/** Each lever of a plan failing alone, in every future; the one that hurts most first. */
export function leverFailures(
  { model, settled }: FoundPlan,
  request: PlanRequest,
  futures: readonly Future[],
): readonly LeverFailure[] {
  const balances = balancesOf(request);
  const missing = (future: Future, amounts: Float64Array): number =>
    shortfallIn(model, valuesIn(model, future, amounts), balances);
  const whole = futures.map((future) => missing(future, settled.amounts));
  return request.levers
    .flatMap((lever): readonly LeverFailure[] => {
      const failed = settled.amounts.map((amount, place) =>
        model.columns[place]?.lever === lever ? 0 : amount,
      );
      if (failed.every((amount, place) => amount === settled.amounts[place])) return [];
      const harm = futures.map((future, place) => missing(future, failed) - (whole[place] ?? 0));
      const atWorst = Math.max(...harm);
      const worstFuture = futures[harm.indexOf(atWorst)]?.key ?? '';
      return [{ lever: lever.key, label: lever.label, asAssumed: harm[0] ?? NaN, atWorst, worstFuture }];
    })
    .sort((left, right) => right.atWorst - left.atWorst);
}

/** The plan over random draws of every uncertain assumption, in whole projections. */
export function drawnOutcome(
  model: PlanModel,
  request: PlanRequest,
  amounts: Float64Array,
  { draws, seed, aim }: { readonly draws: number; readonly seed: string; readonly aim: number },
): DrawnOutcome {
  const inputs = model.organisations.map((each, organisation) =>
    each.wholeInputAt(model.amountsOf(organisation, amounts)),
  );
  const totals = totalByDraw(drawnShortfalls(inputs, balancesOf(request), { draws, seed }));
  const [p10 = NaN, p50 = NaN, p90 = NaN] = quantiles(totals, [0.1, 0.5, 0.9]);
  const reached = totals.reduce((count, total) => count + (total <= aim ? 1 : 0), 0);
  return { draws, p10, p50, p90, shareReached: reached / totals.length };
}
