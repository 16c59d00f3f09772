export { fteOfHours } from './bank-hours';
export { temporaryStaffing, type TemporaryStaffing } from './temporary-staffing';
export { TEMPORARY_STAFFING_PARAMETERS } from './parameters';
