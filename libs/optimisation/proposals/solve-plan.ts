import type { LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import type { PublishedRateFact } from '#policy';
import { HAND_PLANS, handPlan } from '../catalogue';
import {
  costFrontier,
  limitFigure,
  optimisePlan,
  type FoundPlan,
  type Limit,
  leverTotals,
  type PlanProposal,
  type PlanRequest,
  type SettleControl,
} from '../plan';
import {
  drawnOutcome,
  leverFailures,
  namedFutures,
  regretTable,
  type DrawnOutcome,
  type NamedPlan,
} from '../stress';
import type { AskedPlan } from './asked';
import { aimOfPlan, leverKey, planRequestOf, type GroupNames } from './compile-plan';
import type { Solved, SolvedAim, SolvedLever, SolvedLine, SolvedPlan } from './solved';

/** What a plan is solved with, besides what is asked. */
export interface SolveMeans {
  readonly solver: LinearSolver;
  readonly leaverRates: readonly PublishedRateFact[];
  readonly names: GroupNames;
  readonly onProgress: (share: number) => void;
}

/** Names of plans in the table of regret. */
export const PROPOSAL = 'Proposal';
export const AS_PLANNED = 'As planned';

/** Parts of the planned shortfall at which the frontier is drawn. */
const FRONTIER = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Parts of the work, as they are told: the plan, the frontier, then futures and draws. */
const PLAN_DONE = 0.6;
const FRONTIER_DONE = 0.85;
const FUTURES_DONE = 0.93;
const SEED = '0';

/** Finds the plan, draws its frontier, and holds it against futures, draws and plans made by hand. */
export function solvePlan(
  inputs: readonly ProjectionInput[],
  asked: AskedPlan,
  { solver, leaverRates, names, onProgress }: SolveMeans,
): Solved {
  const request = planRequestOf(inputs, asked, names);
  const between = (from: number, to: number): SettleControl => ({
    onProgress: (share) => onProgress(from + (to - from) * share),
    check: () => undefined,
  });
  const found = optimisePlan(solver, inputs, request, between(0, PLAN_DONE));
  const compared = compare(found, { asked, request, names });
  const frontier =
    compared === null || found.proposal.outcome === 'unbounded'
      ? []
      : frontierOf(solver, found, compared, between(PLAN_DONE, FRONTIER_DONE));
  onProgress(FRONTIER_DONE);
  const futures = namedFutures(leaverRates);
  const { plans = [], stressed = request } = compared ?? {};
  const regret = compared === null ? null : regretTable(found, stressed, plans, futures);
  const failures = compared === null ? [] : leverFailures(found, stressed, futures);
  onProgress(FUTURES_DONE);
  const content: SolvedPlan = {
    kind: 'plan',
    ...solvedPart(found),
    nation: null,
    aim: compared?.solvedAim ?? null,
    frontier,
    regret,
    failures,
    drawn: compared === null || asked.draws === 0 ? null : drawnOf(found, compared, asked.draws),
  };
  const codes = new Map(inputs.map(({ organisation }) => [organisation.name, organisation.code]));
  return { content, lines: solvedLines(found.proposal.levers, codes) };
}

interface Compared {
  readonly aim: Limit;
  readonly solvedAim: SolvedAim;
  readonly request: PlanRequest;
  /** The request with nothing but its aim: what futures and draws are looked at for. */
  readonly stressed: PlanRequest;
  readonly plans: readonly NamedPlan[];
}

interface Question {
  readonly asked: AskedPlan;
  readonly request: PlanRequest;
  readonly names: GroupNames;
}

/** The proposal beside the plan as it is and plans made by hand. Null where nothing asked about is a shortfall. */
function compare(
  { model, settled, proposal }: FoundPlan,
  { asked, request, names }: Question,
): Compared | null {
  const aim = aimOfPlan(request, model, names);
  if (aim === null) return null;
  const none = new Float64Array(model.columns.length);
  const figure = (amounts: Float64Array): number =>
    limitFigure(aim, model, amounts, model.valuesAt(amounts)).value;
  const isBounded = aim.bound < Number.MAX_VALUE;
  const kept = proposal.limits.find(({ key }) => key === aim.key);
  const confirmed =
    kept?.confirmed ?? limitFigure(aim, model, settled.amounts, model.confirmedAt(settled.amounts)).value;
  const bounded = { ...aim, bound: isBounded ? aim.bound : confirmed };
  const isUsed = new Set(request.levers.map(({ key }) => key));
  const hand = HAND_PLANS.map(({ name, levers }) => ({
    name,
    levers: levers
      .flatMap((lever) => asked.staffGroups.map((staffGroup) => leverKey({ lever, staffGroup })))
      .filter((key) => isUsed.has(key)),
  })).filter(({ levers }) => levers.length > 0);
  return {
    aim: bounded,
    solvedAim: {
      label: aim.label,
      asPlanned: figure(none),
      bound: isBounded ? aim.bound : null,
      confirmed,
    },
    request: { ...request, limits: [...request.limits.filter(({ key }) => key !== aim.key), bounded] },
    stressed: { ...request, objective: { kind: 'least-cost' }, limits: [bounded] },
    plans: [
      { name: PROPOSAL, amounts: settled.amounts },
      ...hand.map((plan) => handPlan(model, plan, bounded)),
      { name: AS_PLANNED, amounts: none },
    ],
  };
}

function frontierOf(
  solver: LinearSolver,
  found: FoundPlan,
  { aim, solvedAim, request }: Compared,
  control: SettleControl,
): SolvedPlan['frontier'] {
  if (solvedAim.asPlanned <= 0) return [];
  const bounds = FRONTIER.map((part) => part * solvedAim.asPlanned);
  return costFrontier(solver, found, request, { limitKey: aim.key, bounds }, control);
}

function drawnOf(
  { model, settled }: FoundPlan,
  { aim, stressed }: Compared,
  draws: number,
): SolvedPlan['drawn'] {
  const outcome = (amounts: Float64Array): DrawnOutcome =>
    drawnOutcome(model, stressed, amounts, { draws, seed: SEED, aim: aim.bound });
  return { asPlanned: outcome(new Float64Array(model.columns.length)), proposed: outcome(settled.amounts) };
}

function solvedPart({ proposal }: FoundPlan) {
  const { outcome, cost, limits, binding, conflict, endless, freeChoices, work } = proposal;
  return {
    outcome,
    cost,
    limits,
    binding,
    conflict,
    endless,
    freeChoices,
    work,
    levers: solvedLevers(proposal),
  };
}

/** Each lever over all organisations, with what is missing without it. */
export function solvedLevers({
  levers,
  effects,
}: Pick<PlanProposal, 'levers' | 'effects'>): readonly SolvedLever[] {
  return leverTotals(levers).map((total) => {
    const effect = effects.find(({ lever }) => lever === total.lever);
    return { ...total, shortfall: effect?.shortfall ?? null, saving: effect?.cost ?? 0 };
  });
}

/** What a person accepts or leaves. */
export function solvedLines(
  levers: PlanProposal['levers'],
  codes: ReadonlyMap<string, string>,
): readonly SolvedLine[] {
  return levers.map(({ lever, label, unit, organisation, amounts, cost }) => ({
    ...{ lever, label, unit, amounts, cost },
    organisation: codes.get(organisation) ?? organisation,
  }));
}
