import type { LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { addsUp, proposedChanges, type ProposedChanges } from '../model';
import {
  bindingLimits,
  endlessLevers,
  freeChoices,
  planConflict,
  type BindingLimit,
  type FreeChoice,
  type PlanConflict,
} from './explain-plan';
import { costOf, limitFigure, shortfallIn } from './limit-figures';
import { PlanModel, shortfallsOf, type Values } from './plan-model';
import { unitOfLimit, type Limit, type PlanRequest, type LimitUnit } from './plan-request';
import { settleLeastRisk } from './least-risk';
import { SuccessivePrograms, type SettleControl, type Settled } from './successive-programs';

/** A lever at an organisation, as the plan has it. */
export interface PlannedLever {
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  /** False where amounts of several organisations have a mean, not a sum. */
  readonly addsUp: boolean;
  readonly organisation: string;
  /** Units of each year of the round. */
  readonly amounts: readonly number[];
  /** Pounds of the levers alone, over the round. */
  readonly cost: number;
}

/** What the plan would lack without one of its levers, on the engine. */
export interface LeverEffect {
  readonly lever: string;
  readonly label: string;
  /** WTE more that would be missing without it; null where nothing asked about is a shortfall. */
  readonly shortfall: number | null;
  /** Pounds less that the round would cost without it. */
  readonly cost: number;
}

/** A limit beside what was planned and what is proposed. */
export interface KeptLimit {
  readonly key: string;
  readonly label: string;
  readonly unit: LimitUnit;
  readonly sense: Limit['sense'];
  readonly bound: number;
  readonly asPlanned: number;
  readonly proposed: number;
  /** By whole projections from nothing. */
  readonly confirmed: number;
  /** How far the confirmed figure breaks it, relative; below 0 where there is room. */
  readonly breach: number;
}

/** Pounds over the round. */
export interface ProposedCost {
  readonly levers: number;
  readonly payBillChange: number;
  readonly total: number;
}

/** What the optimiser found. */
export interface PlanProposal {
  readonly outcome: 'solved' | 'infeasible' | 'unbounded';
  readonly levers: readonly PlannedLever[];
  readonly effects: readonly LeverEffect[];
  readonly limits: readonly KeptLimit[];
  readonly cost: ProposedCost;
  readonly binding: readonly BindingLimit[];
  /** Null unless no plan keeps all limits. */
  readonly conflict: PlanConflict | null;
  /** Levers whose most must be set before there is an answer. */
  readonly endless: readonly string[];
  readonly freeChoices: readonly FreeChoice[];
  /** What to change in each organisation's assumptions and registers, by its code. */
  readonly changes: Readonly<Record<string, ProposedChanges>>;
  readonly work: { readonly rounds: number; readonly evaluations: number };
}

/** Breaches up to this part of the bound are within what the product promises. */
export const PROMISED = 0.005;

/** A proposal with what it was found on, for frontiers and tests of strength. */
export interface FoundPlan {
  readonly proposal: PlanProposal;
  readonly model: PlanModel;
  readonly settled: Settled;
}

/**
 * The plan that is best by the objective among those that keep every limit, on the real engine; or why there is none.
 *
 * @throws RangeError if a lever or limit asks for what the projections have not
 */
export function optimisePlan(
  solver: LinearSolver,
  inputs: readonly ProjectionInput[],
  request: PlanRequest,
  control: SettleControl,
): FoundPlan {
  const model = new PlanModel(inputs, request);
  const none = new Float64Array(model.columns.length);
  const settled =
    request.objective.kind === 'least-risk'
      ? settleLeastRisk(solver, model, { ...request, objective: request.objective }, control)
      : new SuccessivePrograms(solver, model, request, control).settle(none, null);
  const proposal = proposalOf(solver, model, request, settled);
  control.onProgress(1);
  return { proposal, model, settled };
}

/** What a settled plan proposes, confirmed by whole projections and explained. */
export function proposalOf(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest,
  settled: Settled,
): PlanProposal {
  const none = new Float64Array(model.columns.length);
  const planned = model.valuesAt(none);
  const isKept = settled.breach <= PROMISED;
  const outcome = settled.isUnbounded ? 'unbounded' : isKept ? 'solved' : 'infeasible';
  return {
    outcome,
    levers: plannedLevers(model, settled.amounts),
    effects: outcome === 'solved' ? leverEffects(model, request, settled) : [],
    limits: keptLimits(model, request, { none, planned }, settled),
    cost: proposedCost(model, settled.amounts, settled.values),
    binding: outcome === 'solved' ? bindingLimits(solver, model, request, settled) : [],
    conflict: outcome === 'infeasible' ? planConflict(solver, model, request, settled) : null,
    endless: outcome === 'unbounded' ? endlessLevers(model) : [],
    freeChoices: outcome === 'solved' ? freeChoices(solver, model, request, settled) : [],
    changes: changesOf(model, request, settled.amounts),
    work: {
      rounds: settled.rounds,
      evaluations: model.organisations.reduce((sum, { evaluations }) => sum + evaluations, 0),
    },
  };
}

/** Amounts by lever and organisation, those that do nothing left out. */
export function plannedLevers(model: PlanModel, amounts: Float64Array): readonly PlannedLever[] {
  return model.organisations.flatMap(({ name }, organisation) => {
    const byLever = model.amountsOf(organisation, amounts);
    return Object.entries(byLever).flatMap(([key, own]) => {
      const columns = (model.columnsOf[organisation] ?? []).filter(
        (place) => model.columns[place]?.lever.key === key,
      );
      const lever = model.columns[columns[0] ?? -1]?.lever;
      if (lever === undefined || !own.some((amount) => amount > SMALLEST)) return [];
      const cost = columns.reduce(
        (sum, place) => sum + (model.columns[place]?.cost ?? 0) * (amounts[place] ?? 0),
        0,
      );
      const { label, unit } = lever;
      return [{ lever: key, label, unit, addsUp: addsUp(lever), organisation: name, amounts: own, cost }];
    });
  });
}

/** Amounts below this are none. */
const SMALLEST = 1e-6;

export function proposedCost(model: PlanModel, amounts: ArrayLike<number>, values: Values): ProposedCost {
  const { levers, payBill } = costOf(model, amounts, values);
  const payBillChange = payBill - model.plannedPayBill;
  return { levers, payBillChange, total: levers + payBillChange };
}

function keptLimits(
  model: PlanModel,
  { limits }: PlanRequest,
  { none, planned }: { readonly none: Float64Array; readonly planned: Values },
  { amounts, values }: Settled,
): readonly KeptLimit[] {
  const confirmed = model.confirmedAt(amounts);
  return limits.map((limit) => {
    const { key, label, sense, bound } = limit;
    const figure = limitFigure(limit, model, amounts, confirmed);
    return {
      key,
      label,
      unit: unitOfLimit(limit),
      sense,
      bound,
      asPlanned: limitFigure(limit, model, none, planned).value,
      proposed: limitFigure(limit, model, amounts, values).value,
      confirmed: figure.value,
      breach: figure.relative,
    };
  });
}

/** Balances that the request asks about as shortfalls. */
export function balancesOf({ limits, objective }: PlanRequest): ReturnType<typeof shortfallsOf> {
  const all = [
    ...shortfallsOf(objective),
    ...limits.flatMap((limit) => (limit.kind === 'sum' ? limit.shortfalls : [])),
  ];
  return [...new Map(all.map((balance) => [`${balance.staffGroup}|${balance.year}`, balance])).values()];
}

/** Each lever left out in turn, the others as they are. */
export function leverEffects(
  model: PlanModel,
  request: PlanRequest,
  { amounts, values }: Settled,
): readonly LeverEffect[] {
  const balances = balancesOf(request);
  const cost = proposedCost(model, amounts, values).total;
  return request.levers.flatMap((lever) => {
    const without = Float64Array.from(amounts, (amount, place) =>
      model.columns[place]?.lever === lever ? 0 : amount,
    );
    if (without.every((amount, place) => amount === amounts[place])) return [];
    const figures = model.valuesAt(without);
    const missing = shortfallIn(model, figures, balances) - shortfallIn(model, values, balances);
    return [
      {
        lever: lever.key,
        label: lever.label,
        shortfall: balances.length === 0 ? null : missing,
        cost: cost - proposedCost(model, without, figures).total,
      },
    ];
  });
}

function changesOf(
  model: PlanModel,
  { levers }: PlanRequest,
  amounts: Float64Array,
): Readonly<Record<string, ProposedChanges>> {
  return Object.fromEntries(
    model.organisations.map(({ code, input }, organisation) => [
      code,
      proposedChanges(input, levers, model.amountsOf(organisation, amounts)),
    ]),
  );
}
