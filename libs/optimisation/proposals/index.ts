export type { Acceptance } from './accept-proposal';
export {
  GOAL_FIGURES,
  LIMIT_KINDS,
  type Asked,
  type AskedGoal,
  type AskedLever,
  type AskedLimit,
  type AskedPlan,
  type GoalFigure,
  type LimitKind,
} from './asked';
export { offeredLimits, type OfferedLimit } from './asked-limits';
export { leverKey } from './compile-plan';
export {
  PROPOSAL_STATES,
  type ProposalBase,
  type ProposalDetail,
  type ProposalLine,
  type ProposalState,
  type ProposalSummary,
} from './proposal';
export { OptimisationModule } from './optimisation.module';
export type { LeverOnOffer, PlanOffer } from './plan-offer';
export { openProposalWork } from './proposal-work';
export { ProposalsService, type ProposalAction } from './proposals.service';
export { AS_PLANNED, PROPOSAL, solvePlan } from './solve-plan';
export type { NewProposal } from './start-proposal';
export type { Solved, SolvedAim, SolvedGoal, SolvedLever, SolvedLine, SolvedPlan } from './solved';
