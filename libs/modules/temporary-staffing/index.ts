export { fteOfHours } from './bank-hours';
export { temporaryStaffing, type TemporaryStaffing } from './lines';
export { TEMPORARY_STAFFING_PARAMETERS } from './parameters';
