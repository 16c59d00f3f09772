export { compileEstablishment, compileJoiners } from './compile';
export { requirementOf, type Requirement, type RequirementPart } from './requirement';
export { GROWTH_PARAMETERS } from './parameters';
export { compileRecruitment, type RecruitmentParts } from './recruitment';
export {
  fteBridge,
  headcountBridge,
  type Bridge,
  type BridgePart,
  type BridgeSpan,
  type MeasureSeries,
} from './report';
export {
  availableWorkingTime,
  requiredByWorkload,
  type WorkingYear,
  type Workload,
} from './workload-standard';
export { COMMITMENTS_TO_ANSWER, SERVICE_COMMITMENTS } from './service-commitments.register';
