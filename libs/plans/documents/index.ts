export type { DocumentChecks } from './document-checks';
export type { NamedPerson } from './actor-of';
export type { Delegation } from './delegation.repository';
export type { DocumentView, OfferedStep, SlotView, StepView } from './document-view';
export {
  beginReturn,
  DocumentsService,
  type DocumentKey,
  type DocumentSummary,
  type DocumentVisibility,
  type RoundDocuments,
} from './documents.service';
export type { FrozenDocument } from './frozen-document';
export { setMilestones } from './milestone.repository';
export {
  SectionsService,
  type DocumentSections,
  type SectionChoices,
  type SectionEdit,
  type SectionView,
} from './sections.service';
export { SignOffService, type NewDelegation, type SignOffActor, type StepOutcome } from './sign-off.service';
export type { FrozenRun, LeftOutOrganisation, VersionContent } from './version-content';
export { readVersionContent, readVersions, type FrozenVersion } from './version.repository';
export type { VersionDifference } from './version-difference';
