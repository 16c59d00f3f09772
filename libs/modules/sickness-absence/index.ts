export { SICKNESS_ABSENCE_PARAMETERS } from './parameters';
