export { compileExits, compileReturners } from './compile';
export {
  RetentionChangeError,
  RetentionChanges,
  type RetentionChange,
  type RetentionChangeQuestion,
  type RetentionForm,
} from './entry-forms';
export { RETENTION_INTERVENTIONS } from './interventions.register';
export { RETENTION_PARAMETERS } from './parameters';
export { RETENTION_REGISTERS } from './registers';
export { leaverReport, type LeaverReport } from './report';
export { interventionSavings, type InterventionSavings, type Saving } from './savings';
export { followOpeningStock, type TaggedYear, type TurnoverOfYear } from './turnover';
