export { TRAINING_SUPPLY_PARAMETERS } from './parameters';
