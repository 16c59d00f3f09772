import type { LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { aimOf, HAND_PLANS, handPlan, nursingGapRequest } from '#optimisation/catalogue';
import {
  costFrontier,
  limitFigure,
  optimisePlan,
  proposedCost,
  type FrontierPoint,
  type PlanProposal,
  type SettleControl,
} from '#optimisation/plan';
import {
  drawnOutcome,
  leverFailures,
  namedFutures,
  regretTable,
  type DrawnOutcome,
  type LeverFailure,
  type RegretTable,
} from '#optimisation/stress';
import type { PolicyData } from '#policy';

/** What a plan made by hand comes to. */
export interface HandOutturn {
  readonly name: string;
  /** WTE missing at the end of the round. */
  readonly shortfall: number;
  readonly cost: number;
  /** Limits that it breaks by more than half a percent. */
  readonly broken: readonly string[];
}

/** The cheapest plan for a system, held against plans by hand, draws and futures. */
export interface SystemPlan {
  readonly organisations: number;
  readonly proposal: PlanProposal;
  readonly aim: { readonly label: string; readonly asPlanned: number; readonly bound: number };
  readonly hand: readonly HandOutturn[];
  readonly frontier: readonly FrontierPoint[];
  readonly regret: RegretTable;
  readonly failures: readonly LeverFailure[];
  readonly drawn: { readonly asPlanned: DrawnOutcome; readonly proposed: DrawnOutcome };
  readonly seconds: { readonly plan: number; readonly all: number };
}

export interface SystemPlanOptions {
  /** Share of the planned shortfall that may remain. */
  readonly remaining: number;
  readonly draws: number;
  readonly seed: string;
}

const PROPOSAL = 'Proposal';
const AS_PLANNED = 'As planned';
/** Parts of the planned shortfall at which the frontier is drawn. */
const FRONTIER = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const BROKEN = 0.005;

/** Solves, confirms and compares. */
export function systemPlan(
  solver: LinearSolver,
  inputs: readonly ProjectionInput[],
  { leaverRates }: Pick<PolicyData, 'leaverRates'>,
  { remaining, draws, seed }: SystemPlanOptions,
  control: SettleControl,
): SystemPlan {
  const started = performance.now();
  const request = nursingGapRequest(inputs, { remaining });
  const found = optimisePlan(solver, inputs, request, control);
  const planSeconds = (performance.now() - started) / 1000;
  const { model, settled, proposal } = found;
  const aim = aimOf(request);
  const none = new Float64Array(model.columns.length);
  const asPlanned = limitFigure(aim, model, none, model.valuesAt(none)).value;
  const hand = HAND_PLANS.map((plan) => handPlan(model, plan, aim));
  const futures = namedFutures(leaverRates);
  const plans = [{ name: PROPOSAL, amounts: settled.amounts }, ...hand, { name: AS_PLANNED, amounts: none }];
  const drawn = (amounts: Float64Array): DrawnOutcome =>
    drawnOutcome(model, { ...request, limits: [aim] }, amounts, { draws, seed, aim: aim.bound });
  const stressed = { ...request, limits: [aim] };
  return {
    organisations: inputs.length,
    proposal,
    aim: { label: aim.label, asPlanned, bound: aim.bound },
    hand: hand.map(({ name, amounts }) => {
      const values = model.valuesAt(amounts);
      const figures = request.limits.map((limit) => ({
        limit,
        at: limitFigure(limit, model, amounts, values),
      }));
      return {
        name,
        shortfall: limitFigure(aim, model, amounts, values).value,
        cost: proposedCost(model, amounts, values).total,
        broken: figures.filter(({ at }) => at.relative > BROKEN).map(({ limit }) => limit.label),
      };
    }),
    frontier: costFrontier(
      solver,
      found,
      request,
      { limitKey: aim.key, bounds: FRONTIER.map((part) => part * asPlanned) },
      control,
    ),
    regret: regretTable(found, stressed, plans, futures),
    failures: leverFailures(found, stressed, futures),
    drawn: { asPlanned: drawn(none), proposed: drawn(settled.amounts) },
    seconds: { plan: planSeconds, all: (performance.now() - started) / 1000 },
  };
}
