export type {
  Gap,
  NationalPlan,
  SharedConflict,
  SharedOutcome,
  SystemConflict,
  SystemOutcome,
} from './national-plan';
export type {
  NationalControl,
  NationalProgress,
  NationalRequest,
  NationalSystem,
  SharedLimit,
  SystemQuestion,
} from './national-request';
export { planNation } from './plan-nation';
