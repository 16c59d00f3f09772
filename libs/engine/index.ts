export { type AttributedPart, type Attribution, MOST_PLAYERS, type ValueOf, shapley } from './attribution';
export { exp, expm1, log, log1p, pow, sqrt } from './arithmetic';
export { EngineInputError, EngineInvariantError, type Violation } from './errors';
export { FitError, type FitOptions, type FitProblem, type FitResult, fit } from './fit';
export {
  EXIT_CAUSES,
  JOINER_SOURCES,
  type CostLine,
  type EngineGroup,
  type EngineGroupOutput,
  type EngineInput,
  type EngineMove,
  type EngineOptions,
  type EngineOutput,
  type EngineReturn,
  type ExitCause,
  type GroupChance,
  type JoinerSource,
  type JoinerSpread,
  type PlannedJoiners,
  type PlannedRecruitment,
  type Recruitment,
  type VacancyRecruitment,
} from './model';
export {
  type CentralRate,
  type LeaverRate,
  type MonthlySnapshotRate,
  type RetentionIntervention,
  type SnapshotLeaverRate,
  type StabilityIndex,
  annualExitProbability,
  annualProbability,
  combinedEffect,
  coverageInMonth,
  monthlyProbability,
  nhsLeaverRate,
  overPeriods,
  retain,
  splitByCause,
  stabilityIndex,
  totalOfCauses,
} from './rates';
export {
  DrawTable,
  type NextUniform,
  Substream,
  UNCERTAINTY_FAMILIES,
  type UncertainValue,
  type UncertaintyFamily,
  type ValueAtScore,
  binomial,
  inverseNormal,
  normalDistribution,
  poisson,
  quantiles,
  sharedScore,
  valueAtScore,
} from './sample';
export { prepareRuns } from './runs/prepare-runs';
export type {
  CollapsibleAxis,
  EngineRuns,
  GroupRunOutput,
  GroupRunRates,
  MoveRunRates,
  RunOptions,
  RunOutput,
  RunRates,
  RunShape,
} from './runs/run-model';
export { type ModelOfUniforms, type SobolIndices, type SobolOptions, sobolIndices } from './sensitivity';
export { simulate } from './simulate';
export { simulateReadable } from './simulate-readable';
export { validateEngineInput } from './validate';
