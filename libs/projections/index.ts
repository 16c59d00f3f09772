export { accuracyEvidenceFile, readAccuracyEvidence } from './accuracy/accuracy-evidence.file';
export { AnalysisService, type RunAnswer, type RunQuestion } from './analysis/analysis.service';
export { openAnalyses } from './analysis/open-analyses';
export { ComputationFailedError, ComputationStoppedError } from './compute/compute-errors';
export { readEngineBundle } from './compute/engine-bundle';
export { EngineThreads } from './compute/engine-threads';
export type { EntryOrigin, ExplainedNumber, ValueOrigin } from './explain/explain-number';
export { readRunAssumptions, type RunAssumption } from './explain/run-assumptions.reader';
export { JOB_STATES, type Job, type JobBacklog, type JobState } from './jobs/job';
export { JobsService, type JobsOverview } from './jobs/jobs.service';
export { readNodeSeries, type NodeSeries } from './read/node-series.reader';
export { readSumOfRuns, type SumOfRuns } from './read/sum-of-runs.reader';
export { readStaffGroupTree, type StaffGroupNode } from './read/staff-group.repository';
export { readPublishedRun } from './read/published-result.repository';
export { readSeries, readYearEndFigures, type StoredYearEndFigure } from './series/result.repository';
export { ProjectionsModule } from './projections.module';
export { ProjectionsService } from './projections.service';
export * from './read/freshness';
export type * from './read/overview';
export { WhatIfBaseService } from './read/what-if-base.service';
export { openReplays, type Replays } from './replay/open-replays';
export type { ReplayReport } from './replay/replay.service';
export type { FigureDifference } from './replay/result-difference';
export type { NodeRanges } from './ranges/read-ranges';
export type { NettedMoves } from './roll-up/net-moves';
export { netMovesOfRuns } from './roll-up/net-moves-of-runs';
export { RollUpService } from './roll-up/roll-up.service';
export {
  decodeSeries,
  encodeSeries,
  monthsOf,
  type CellSnapshot,
  type GroupSeries,
} from './series/series.codec';
export { UnitInputs, type BuiltInput } from './run/unit-inputs';
export type { FurtherWork } from './worker/further-work';
export { ProjectionWorker, type WorkerSurroundings } from './worker/projection-worker';
export { financialYearOf, lastMonthOf } from './series/calendar-month';
export { readRunAxes, type RunAxes } from './run/run-axes';
export { loadStoredInput } from './run/run-input.repository';
