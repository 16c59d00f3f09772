export { GROWTH_PARAMETERS } from './parameters';
