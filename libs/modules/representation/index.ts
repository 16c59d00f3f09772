export { REPRESENTATION_PARAMETERS } from './parameters';
