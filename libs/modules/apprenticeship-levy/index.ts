export { APPRENTICESHIP_LEVY_PARAMETERS } from './parameters';
