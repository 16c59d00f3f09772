export {
  explainCell,
  type CellQuestion,
  type ExplainedRegister,
  type ExplainedRun,
  type Explanation,
  type ExplanationStep,
} from './explain-cell';
export type { ExplainedAssumption, ExplainedValue } from './explained-assumptions';
export { ExplanationQuestionError } from './explanation-question.error';
