export { productivityIndex } from './compile';
export { EFFICIENCY_PARAMETERS } from './parameters';
