export { loadLinearSolver } from './highs-solver';
export { objectiveOfRows } from './objective';
export type {
  Conflict,
  Constraint,
  LinearSolver,
  OpenedProgram,
  Outcome,
  ProgramOptions,
  SolvedPoint,
  Variable,
} from './linear-solver';
