export { compileEstablishment, compileJoiners, compileRequirement } from './compile';
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
