import type { LinearSolver } from '#linear-programming';
import { limitFigure } from './limit-figures';
import { proposedCost, PROMISED, type FoundPlan, type ProposedCost } from './optimise-plan';
import type { Limit, PlanRequest } from './plan-request';
import { SuccessivePrograms, type SettleControl } from './successive-programs';

/** The least cost of a shortfall. */
export interface FrontierPoint {
  /** WTE: what the engine has of the limit's figure. */
  readonly shortfall: number;
  readonly cost: ProposedCost;
  /** False where the other limits leave more missing than the point asks for. */
  readonly isReached: boolean;
}

/**
 * Cost against shortfall: the least cost at each of several bounds on one limit, the others as they are. Each point
 * starts from the one before it and its sensitivities.
 *
 * @param bounds of the limit, in any order
 * @throws RangeError if the request has no such limit
 */
export function costFrontier(
  solver: LinearSolver,
  { model, settled }: FoundPlan,
  request: PlanRequest,
  { limitKey, bounds }: { readonly limitKey: string; readonly bounds: readonly number[] },
  control: SettleControl,
): readonly FrontierPoint[] {
  const limit = request.limits.find(({ key }) => key === limitKey);
  if (limit === undefined) throw new RangeError(`there is no limit ${limitKey}`);
  let from = { amounts: settled.amounts, sensitivities: settled.sensitivities };
  return bounds.map((bound, index) => {
    const asked: PlanRequest = {
      ...request,
      objective: { kind: 'least-cost' },
      limits: request.limits.map((each): Limit => (each === limit ? { ...each, bound } : each)),
    };
    const point = new SuccessivePrograms(solver, model, asked, control, 1).settle(
      from.amounts,
      from.sensitivities,
    );
    from = { amounts: point.amounts, sensitivities: point.sensitivities };
    control.onProgress((index + 1) / bounds.length);
    return {
      shortfall: limitFigure(limit, model, point.amounts, point.values).value,
      cost: proposedCost(model, point.amounts, point.values),
      isReached: point.breach <= PROMISED,
    };
  });
}
