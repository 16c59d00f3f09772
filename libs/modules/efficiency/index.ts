export { EFFICIENCY_PARAMETERS } from './parameters';
