export type { BindingLimit, FreeChoice, PlanConflict, Relaxation } from './explain-plan';
export { costFrontier, type FrontierPoint } from './frontier';
export { drawnShortfalls, riskOf, totalByDraw, type DrawnShortfalls } from './least-risk';
export { costOf, limitFigure, shortfallIn, type LimitFigure, type PlanCost } from './limit-figures';
export * from './limits';
export {
  balancesOf,
  optimisePlan,
  PROMISED,
  proposedCost,
  type FoundPlan,
  type KeptLimit,
  type LeverEffect,
  type PlannedLever,
  type PlanProposal,
  type ProposedCost,
} from './optimise-plan';
export { PlanModel, type Values } from './plan-model';
export type { Limit, Objective, PlanRequest, Term } from './plan-request';
export type { SettleControl, Settled } from './successive-programs';
