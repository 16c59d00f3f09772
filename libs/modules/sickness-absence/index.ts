export { compileAbsence } from './compile';
export { SICKNESS_ABSENCE_PARAMETERS } from './parameters';
export { shortfall } from './report';
