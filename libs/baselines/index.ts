export {
  compactDemoDirectory,
  importCompactDemo,
  readCompactManifest,
  readPointsByFile,
  type CompactImport,
} from './demo/compact-history.loader';
export { type CompactManifest, type CompactSection } from './demo/compact-history';
export { readPublishedHistory, type BacktestSource } from './demo/published-history.loader';
export { readPublishedSickness, type PublishedSickness } from './demo/published-sickness.loader';
export { writeCompactHistory } from './demo/compact-history.writer';
export { HISTORY_MEASURES, type HistoryMeasure, type HistoryPoint } from './formats/published-format';
export {
  HistoryReader,
  type HistorySeries,
  type MonthRange,
  type MonthlyValue,
} from './history/history-reader';
export { FileImporter, importFile, type ImportRequest } from './imports/file-importer';
export { csvRowsOf, type CsvRow } from './imports/csv-rows';
export { FaultCollector, ImportCancelledError, quoted, type ImportFault } from './imports/import-fault';
export { plainFileName } from './imports/plain-file-name';
export * from './imports/import-report';
export {
  markReportRead,
  readExtractProblems,
  readUnreadImports,
  type BlockedExtract,
  type UnreadReport,
} from './imports/report-readings';
export {
  BASELINE_ORIGINS,
  createBaselineSnapshot,
  latestBaselineMonth,
  type BaselineOrigin,
} from './snapshots/create-baseline-snapshot';
export { baselineOptions, type BaselineOption } from './snapshots/baseline-options';
export { listSnapshots, readSnapshots, type SnapshotSummary } from './snapshots/snapshot-list';
export { type BaselineReport, type BaselineSnapshot } from './snapshots/snapshot.repository';
export { readBaseline, type Baseline } from './snapshots/read-baseline';
export { ImportsModule } from './imports/imports.module';
export { ImportsService, LARGEST_UPLOAD_BYTES, type UploadRequest } from './imports/imports.service';
export { EsrImporter, type EsrImportRequest, type EsrSaveRequest } from './esr/esr-importer';
export { EsrExtractsService, type SaveMappingRequest } from './esr/esr-extracts.service';
export { type EsrDays, type EsrFile } from './esr/esr-reading';
export * from './esr/esr-report';
export { ESR_FILE_ROLES, type EsrFileRole } from './esr/reading/column-positions';
export { ESR_AGE_BANDS } from './esr/reading/esr-values';
export { LARGEST_EXTRACT_BYTES } from './reading/open-rows';
export { RULE_EFFECTS } from './esr/reference/assignment-rules';
export { type EsrVocabulary } from './esr/reference/esr-vocabulary';
export { COLUMN_USES } from './reading/read-header';
export { LEAVING_PLACES, readEsrReference, type EsrReference } from './esr/reference/esr-reference';
export { listEsrReports } from './esr/store/esr-extract.repository';
export {
  EMPTY_MAPPING,
  readEsrMapping,
  saveEsrMapping,
  toEsrMapping,
  type EsrMapping,
  type SavedEsrMapping,
} from './esr/store/esr-mapping';
export { MEASURE_DEFINITIONS, TURNOVER_MEASURES, type TurnoverFigure } from './esr/flows/turnover-measures';
export * from './monthly/monthly-file';
export { MonthlyFilesService, type MonthlyVocabulary } from './monthly/monthly-files.service';
export {
  MonthlyImporter,
  type MonthlyImportRequest,
  type MonthlySaveRequest,
} from './monthly/monthly-importer';
export { layoutOfKind, type MonthlyFile } from './monthly/monthly-reading';
export { type ListedMonthlyReport, type MonthlyLine, type MonthlyReport } from './monthly/monthly-report';
export { SOURCE_FIELDS } from './monthly/unmapped-sources';
export {
  saveMonthlyMapping,
  toMonthlyMapping,
  type MonthlyMapping,
  type SavedMonthlyMapping,
} from './monthly/store/monthly-mapping';
export { readHeldLines, type HeldLine } from './monthly/store/held-figures.repository';
