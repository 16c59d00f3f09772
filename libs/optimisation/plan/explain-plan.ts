import { financialYearLabel } from '#modules/report-layout';
import type { LinearSolver } from '#linear-programming';
import { limitFigure, organisationsOf, scaleOf } from './limit-figures';
import type { Linearisation } from './linearisation';
import { openPlanProgram, type PlanProgram } from './plan-program';
import type { Column, PlanModel } from './plan-model';
import { unitOfLimit, type Limit, type LimitUnit, type PlanRequest } from './plan-request';
import { bestPoint } from './successive-programs';

/** What holds the plan back, and what a little more of it would be worth. */
export interface BindingLimit {
  readonly kind: 'limit' | 'lever' | 'rule';
  /** Key of the limit or lever; null for a rule among levers (ramps, pools). */
  readonly key: string | null;
  readonly words: string;
  /**
   * Change of the objective per unit by which it is relaxed: pounds for least cost, WTE else; below 0 is a gain.
   */
  readonly price: number;
}

/** Limits that contradict one another, and how far they would have to give way. */
export interface PlanConflict {
  /** In words: leaving any one of them out would make a plan possible. */
  readonly between: readonly string[];
  /** The smallest relaxation, all limits together: the sum of relative breaches is least. */
  readonly together: readonly Relaxation[];
  /** What each limit of the conflict would have to be if it alone gave way; limits that cannot help alone are left out. */
  readonly alone: readonly Relaxation[];
}

export interface Relaxation {
  readonly key: string;
  readonly label: string;
  readonly unit: LimitUnit;
  readonly bound: number;
  /** The bound that can be kept. */
  readonly reachable: number;
}

/** Amounts of a lever that may differ without changing the objective: other plans are as good. */
export interface FreeChoice {
  readonly lever: string;
  readonly label: string;
  /** Sum over organisations and years. */
  readonly least: number;
  readonly greatest: number;
}

const NO_PRICE = 1e-6;
/** Amounts above this are some. */
const SOME = 1e-6;
/** Part of the objective that is rounding. */
const SAME_OBJECTIVE = 1e-9;

/** Opens the program of a settled plan, with whole amounts where they are. */
function opened(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest,
  at: Linearisation,
): PlanProgram {
  const program = openPlanProgram(solver, model, request, at);
  model.columns.forEach(({ isWhole, high }, column) => {
    const amount = at.amounts[column] ?? 0;
    if (isWhole && high > 0) program.program.boundColumn(column, amount, amount);
  });
  return program;
}

/** The limits that bind a plan, with their shadow prices: dearest first. */
export function bindingLimits(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest,
  at: Linearisation,
): readonly BindingLimit[] {
  const plan = opened(solver, model, request, at);
  const point = bestPoint(plan, false);
  plan.program.close();
  if (point === null) return [];
  const ofLimits = request.limits.flatMap((limit, place): BindingLimit[] => {
    const price =
      priceOf(point.rowPrices[plan.limitRows[place] ?? -1]) * (plan.unit / (plan.limitScales[place] ?? 1));
    const perUnit = limit.kind === 'share' ? price * 0.01 * wholeFigure(model, limit, at) : price;
    return isNothing(price)
      ? []
      : [{ kind: 'limit', key: limit.key, words: limit.label, price: -Math.abs(perUnit) }];
  });
  const moved = plan.leverRows.filter(({ columns }) =>
    columns.some((column) => (at.amounts[column] ?? 0) > SOME),
  );
  const ofRules = moved.flatMap(({ row, words }): BindingLimit[] => {
    const price = priceOf(point.rowPrices[row]) * plan.unit;
    return isNothing(price) ? [] : [{ kind: 'rule', key: null, words, price: -Math.abs(price) }];
  });
  const ofLevers = model.columns.flatMap((column, place): BindingLimit[] => {
    const price = priceOf(point.columnPrices[place]) * plan.unit;
    const isAtMost = column.high > 0 && (point.columns[place] ?? 0) >= column.high * (1 - 1e-9);
    if (!isAtMost || price >= -NO_PRICE || column.isWhole) return [];
    return [{ kind: 'lever', key: column.lever.key, words: wordsOf(model, column), price }];
  });
  return [...ofLimits, ...ofRules, ...ofLevers].sort((left, right) => left.price - right.price);
}

const priceOf = (price: number | undefined): number => price ?? 0;
const isNothing = (price: number): boolean => Math.abs(price) <= NO_PRICE;

function wordsOf(model: PlanModel, { lever, organisation, year }: Column): string {
  const at = model.organisations[organisation]?.name ?? '';
  return `${lever.label} at ${at} in ${financialYearLabel(model.firstYear + year)}`;
}

function wholeFigure(
  model: PlanModel,
  limit: PlanRequest['limits'][number],
  { values }: Linearisation,
): number {
  if (limit.kind !== 'share') return 1;
  return organisationsOf(model, limit).reduce(
    (sum, place) =>
      sum +
      limit.whole.reduce(
        (part, { quantity, weight }) => part + weight * (values[place]?.[model.placeIn(quantity)] ?? 0),
        0,
      ),
    0,
  );
}

/** Why no plan keeps every limit. Null where the linearised limits have one. */
export function planConflict(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest,
  at: Linearisation,
): PlanConflict | null {
  const plan = openPlanProgram(solver, model, request, at);
  try {
    for (const slack of plan.slackColumns) plan.program.boundColumn(slack, 0, 0);
    if (plan.program.optimise('least', new Float64Array(plan.columns), false).status !== 'infeasible')
      return null;
    const conflict = plan.program.conflict();
    const limits = request.limits.filter((_, place) => conflict?.rows.includes(plan.limitRows[place] ?? -1));
    const rules = plan.leverRows.filter(({ row }) => conflict?.rows.includes(row)).map(({ words }) => words);
    const levers = new Set(
      (conflict?.columns ?? []).flatMap((column) => model.columns[column]?.lever.label ?? []),
    );
    return {
      between: [
        ...limits.map(({ label }) => label),
        ...[...levers].map((label) => `the most that is allowed of ${label}`),
        ...rules.slice(0, MOST_RULES),
      ],
      together: togetherReachable(model, request, at),
      alone: limits.flatMap((limit) => aloneReachable(plan, request, limit.key) ?? []),
    };
  } finally {
    plan.program.close();
  }
}

/** Rules named in a conflict: of ramps at many organisations a few say enough. */
const MOST_RULES = 3;

function togetherReachable(
  model: PlanModel,
  { limits }: PlanRequest,
  at: Linearisation,
): readonly Relaxation[] {
  return limits.flatMap((limit) => {
    const { value, relative } = limitFigure(limit, model, at.amounts, at.values);
    if (relative <= 5e-4) return [];
    return [relaxed(limit, value)];
  });
}

function aloneReachable(plan: PlanProgram, { limits }: PlanRequest, key: string): Relaxation | null {
  const place = limits.findIndex((limit) => limit.key === key);
  const limit = limits[place];
  const slack = plan.slackColumns[place];
  if (limit === undefined || slack === undefined) return null;
  plan.program.boundColumn(slack, 0, Infinity);
  const objective = new Float64Array(plan.columns);
  objective[slack] = 1;
  const outcome = plan.program.optimise('least', objective, false);
  plan.program.boundColumn(slack, 0, 0);
  if (outcome.status !== 'optimal') return null;
  const given = outcome.point.objective * scaleOf(limit);
  const reachable = limit.sense === 'at-most' ? limit.bound + given : limit.bound - given;
  return relaxed(limit, reachable);
}

function relaxed(limit: Limit, reachable: number): Relaxation {
  const { key, label, bound } = limit;
  return { key, label, unit: unitOfLimit(limit), bound, reachable };
}

/** Levers of which more or less would cost the same: the optimum is one of several. */
export function freeChoices(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest,
  at: Linearisation,
): readonly FreeChoice[] {
  const plan = opened(solver, model, request, at);
  try {
    const best = bestPoint(plan, false);
    if (best === null) return [];
    plan.program.boundRow(
      plan.objectiveRow,
      -Infinity,
      best.objective + SAME_OBJECTIVE * Math.abs(best.objective),
    );
    return request.levers.flatMap((lever) => {
      const total = new Float64Array(plan.columns);
      model.columns.forEach(
        (column, place) => (total[place] = column.lever === lever && column.high > 0 ? 1 : 0),
      );
      const ends = (['least', 'greatest'] as const).map((direction) =>
        plan.program.optimise(direction, total, false),
      );
      const [least, greatest] = ends.map((end) => (end.status === 'optimal' ? end.point.objective : NaN));
      const isFree = (greatest ?? NaN) - (least ?? NaN) > 0.01 * Math.max(1, Math.abs(greatest ?? 0));
      return isFree
        ? [{ lever: lever.key, label: lever.label, least: least ?? NaN, greatest: greatest ?? NaN }]
        : [];
    });
  } finally {
    plan.program.close();
  }
}

/** Levers without a most of which the plan would want more and more. */
export function endlessLevers(model: PlanModel): readonly string[] {
  return [...new Set(model.columns.filter(({ high }) => high === Infinity).map(({ lever }) => lever.label))];
}
