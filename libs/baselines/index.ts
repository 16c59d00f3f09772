export {
  compactDemoDirectory,
  importCompactDemo,
  readCompactManifest,
  readPointsByFile,
  type CompactImport,
} from './demo/compact-history.loader';
export { type CompactManifest, type CompactSection } from './demo/compact-history';
export { readPublishedHistory, type BacktestSource } from './demo/published-history.loader';
export { writeCompactHistory } from './demo/compact-history.writer';
export { HISTORY_MEASURES, type HistoryMeasure, type HistoryPoint } from './formats/published-format';
export {
  HistoryReader,
  type HistorySeries,
  type MonthRange,
  type MonthlyValue,
} from './history/history-reader';
export { FileImporter, importFile, type ImportRequest } from './imports/file-importer';
export { type ImportFault } from './imports/import-fault';
export * from './imports/import-report';
export {
  createBaselineSnapshot,
  latestBaselineMonth,
  type BaselineReport,
  type BaselineSnapshot,
} from './snapshots/create-baseline-snapshot';
export { readBaseline, type Baseline } from './snapshots/read-baseline';
export { ImportsModule } from './imports/imports.module';
export { ImportsService, LARGEST_UPLOAD_BYTES, type UploadRequest } from './imports/imports.service';
