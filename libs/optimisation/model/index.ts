export {
  addsUp,
  PROPOSED_BY_OPTIMISER,
  type Lever,
  type LeverAction,
  type LeverAmounts,
  type LeverScale,
  type YearlyAmounts,
} from './lever';
export {
  capFrom,
  inputWithChanges,
  proposedChanges,
  valuesOf,
  type ProposedAssumption,
  type ProposedChanges,
  type ProposedEntry,
} from './lever-changes';
export { OrganisationModel } from './organisation-model';
export { ALL_STAFF, quantityKey, type Quantity } from './quantity';
