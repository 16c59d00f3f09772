export { compileAbsence } from './compile';
export { SICKNESS_ABSENCE_PARAMETERS } from './parameters';
export { sicknessSeason } from './season';
export { shortfall, type ShortfallParts } from './shortfall';
export { absenceOfMonths, type AbsenceOfMonths } from './sickness-path';
