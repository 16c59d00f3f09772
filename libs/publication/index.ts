export { DISCLOSURE_RULE } from './disclosure';
export {
  PUBLISHED_MEASURES,
  type Observation,
  type ObservationPlanStatus,
  type ObservationStatus,
} from './observation';
export { CSV_COLUMNS, CSV_HEADER, observationAsCsv, observationAsJson } from './observation-format';
export {
  decodeCursor,
  encodeCursor,
  isUnfiltered,
  queryFingerprint,
  type ObservationFilter,
} from './observation-query';
export { type FileEncoding, type FileFormat } from './release-content';
export { ReleaseReader, type ReleaseSummary } from './release-reader';
export { ReleaseService, type PublishedRelease, type ReleaseRequest } from './release.service';
export { NATIONAL_READER, nationalReaderUrl, provisionNationalReader } from './national-reader';
