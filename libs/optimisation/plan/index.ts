export {
  endlessLevers,
  planConflict,
  type BindingLimit,
  type FreeChoice,
  type PlanConflict,
  type Relaxation,
} from './explain-plan';
export { costFrontier, type FrontierPoint } from './frontier';
export { drawnShortfalls, riskOf, totalByDraw, type DrawnShortfalls } from './least-risk';
export {
  costOf,
  limitFigure,
  objectiveValue,
  scaleOf,
  shortfallIn,
  type LimitFigure,
  type PlanCost,
} from './limit-figures';
export { leverTotals, type LeverTotal } from './lever-totals';
export * from './limits';
export {
  balancesOf,
  optimisePlan,
  PROMISED,
  proposalOf,
  proposedCost,
  type FoundPlan,
  type KeptLimit,
  type LeverEffect,
  type PlannedLever,
  type PlanProposal,
  type ProposedCost,
} from './optimise-plan';
export { PlanModel, shortfallsOf, type Sensitivities, type Values } from './plan-model';
export {
  quantitiesOf,
  unitOfLimit,
  type Charge,
  type Limit,
  type LimitUnit,
  type Objective,
  type PlanRequest,
  type Term,
} from './plan-request';
export { SuccessivePrograms, type SettleControl, type Settled } from './successive-programs';
