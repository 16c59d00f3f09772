export { BAND_CLUSTERS, bandClusterOf, coarsenBands, ETHNIC_CLASSES, type BandCluster } from './coarse-table';
export {
  auditRegister,
  discloseRelease,
  type DisclosedRelease,
  type ReleaseAudit,
} from './disclosed-release';
export {
  DISCLOSURE_RULE,
  legendInterval,
  publishCount,
  publishedPercentage,
  type CellStatus,
  type FigureKind,
  type PublishedCell,
} from './disclosure-rule';
export {
  addressText,
  type Boundary,
  type CellAddress,
  type DatedFigures,
  type EqualityRelease,
  type OrganisationFigures,
  type ReleasedCell,
} from './equality-release';
export { informationLoss, type InformationLoss } from './information-loss';
export { decodeRegister, encodeRegister } from './register-codec';
export { EMPTY_REGISTER, type DisclosureRegister } from './release-register';
export { UnsafeReleaseError } from './repair';
export { attackOutcome, type AttackedTables, type AttackOutcome } from './proof/attack-outcome';
export { brokenLimits, percent, proofTotals, type ProofTotals } from './proof/disclosure-limits';
export { proveReleases, type ProofCase } from './proof/disclosure-proof';
export { generatedReleases } from './proof/generated-hierarchy';
export { weakerTables } from './proof/weaker-rules';
