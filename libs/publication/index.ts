export { ChangesReader, type ChangePage, type ReleaseChange } from './changes/changes.reader';
export { Cursors, type CursorView } from './cursors';
export { DISCLOSURE_RULE } from './disclosure';
export {
  PUBLISHED_MEASURES,
  type Observation,
  type ObservationPlanStatus,
  type ObservationStatus,
} from './observation';
export { OBSERVATION_COLUMNS, OBSERVATION_MARKS, type ObservationColumn } from './observation-columns';
export { CSV_HEADER, observationAsCsv, observationAsJson, observationAsLine } from './observation-format';
export { isUnfiltered, type ObservationFilter } from './observation-query';
export { ReleaseFilesReader, type ByteRange } from './files/release-files.reader';
export {
  RELEASE_FILES,
  type FileEncoding,
  type FileFormat,
  type ReleaseFileName,
  type Representation,
} from './files/release-file';
export { ManifestSigner } from './manifest-signer';
export { ReleaseDrafts } from './release-drafts';
export { finaliseRelease } from './release-finality';
export { ReleaseReader, type ObservationPage, type ReleaseSummary } from './release-reader';
export {
  ReleasePublisher,
  type Publication,
  type PublishedRelease,
  type ReleaseContent,
} from './release-publisher';
export { ReleaseService, type ReleaseRequest } from './release.service';
export { verifyReleases, type ReleaseVerification } from './verify-releases';
export { NATIONAL_READER, nationalReaderUrl, provisionNationalReader } from './national-reader';
