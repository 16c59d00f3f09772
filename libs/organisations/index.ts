export { benchmarkGroupOf } from './benchmark-group';
export { registerOrganisation, type NewOrganisation } from './organisation-registration';
export { OrganisationTree, type OrganisationNode } from './organisation-tree';
export {
  AREA_TYPES,
  ENGLAND_CODE,
  ORGANISATION_TYPES,
  isEmployer,
  type OrganisationType,
} from './organisation-type';
export { orNull, readReferenceTable, type ReferenceRow } from './reference/reference-table';
export { loadReferenceOrganisations } from './reference/reference-organisations.loader';
export {
  predecessorsOf,
  successionsBetween,
  successorsOf,
  type Succession,
  type SuccessionKind,
  type SuccessionParty,
} from './successions';
