export {
  type AssumptionEdit,
  type AssumptionEdits,
  type EditActor,
  type EditOperation,
  type EditOrigin,
} from './assumption-edit';
export type { AssumptionHistoryEntry, HistoryQuestion } from './assumption-history.repository';
export { AssumptionsModule } from './assumptions.module';
export {
  AssumptionsService,
  type AssumptionGrid,
  type GridQuestion,
  type SavedEdits,
} from './assumptions.service';
export { calibrateScenario, type ScenarioCalibration } from './calibration/calibrate-scenario';
export { nationalDefaultsAsPeers, type PeerFigures, type PeerSource } from '#modules/calibration';
export type { AssumptionCell, CellProvenance, CellStatus, LocalEvidence } from './cell';
export type { EditConflict } from './edit-store';
export type { EditFault } from './edit-validation';
export { type GridRow, type GridYear } from './grid';
export {
  assumptionScope,
  baselineScope,
  bumpLayer,
  layersOfUnit,
  POLICY_SCOPE,
  type InputLayer,
  type InputLayers,
  type LayerKind,
} from './input-layers';
export type { ModuleGrid, ModuleGridQuestion } from './module-grid';
export type { ChangesQuestion, PlanChange, PlanChanges } from './plan-changes';
export type { AssumptionChange, EnteredAmount } from './plan-changes.repository';
export type { EntryChange } from './registers/register-changes.repository';
export { readScenarioChain, type ScenarioChain } from './scenario-chain.repository';
export type { HeldValue, ResolvedProvenance, ResolvedUnit } from './resolve-unit';
export { LARGEST_WORKBOOK_BYTES } from './workbook/check-archive';
export type { WorkbookChange, WorkbookDifference } from './workbook/workbook-changes';
export { WorkbookService } from './workbook/workbook.service';
export type { UnitRows } from './unit-rows';
export type { StaffGroupNode } from './staff-group.repository';
export {
  readRegistersOfUnit,
  registersOfInput,
  type EffectiveEntry,
  type LeftOutEntry,
} from './registers/effective-entries';
export type { RegisterEdit, RegisterEdits } from './registers/register-edit';
export {
  RegistersService,
  type ListedEntry,
  type RegisterListing,
  type SavedRegisterEdits,
} from './registers/registers.service';
export { readBrokenRules, type BrokenRule } from './broken-rules';
export { ScenarioDifferenceService, type DifferenceQuestion } from './difference/scenario-difference.service';
export type * from './difference/scenario-difference';
