export { type AttributedPart, type Attribution, MOST_PLAYERS, shapley, type ValueOf } from './shapley';
