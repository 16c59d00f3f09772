export { compileNewlyQualified } from './compile';
export { TRAINING_SUPPLY_PARAMETERS } from './parameters';
