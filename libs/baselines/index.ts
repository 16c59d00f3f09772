export { FileImporter, importFile, type ImportRequest } from './imports/file-importer';
export { type ImportFault } from './imports/import-fault';
export * from './imports/import-report';
export { HISTORY_MEASURES, type HistoryMeasure } from './formats/published-format';
