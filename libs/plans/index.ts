export {
  ATTENTION_KINDS,
  attentionItem,
  type AttentionItem,
  type AttentionKind,
  type AttentionReach,
} from './attention/attention-item';
export { AttentionService } from './attention/attention.service';
export { changeScenario, type ScenarioChange } from './change-scenario';
export { chooseBaseline, type NewBaselineChoice } from './baseline-choice';
export { createPlan, type NewPlan } from './create-plan';
export {
  createScenario,
  insertScenario,
  openUnits,
  type NewScenario,
  type ScenarioToInsert,
} from './create-scenario';
export { openRound, type NewRound, type RoundParticipant } from './open-round';
export {
  readBaselineOptions,
  readRoundBaselines,
  type LastBaselineChoice,
  type RoundBaseline,
} from './round-baselines';
export { PlansModule } from './plans.module';
export { PlansService, type PlanVisibility } from './plans.service';
export type {
  OrganisationSummary,
  PlanDetail,
  PlanOrganisation,
  PlanSummary,
  RoundState,
  RoundSummary,
  RoundYears,
  ScenarioKind,
  ScenarioSummary,
} from './round';
export * from './checks';
export * from './documents';
export * from './sections';
export * from './sign-off';
export * from './standings';
