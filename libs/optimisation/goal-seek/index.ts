export { bracketedRoot, type Bracket, type RootTolerance } from './bracketed-root';
export {
  leverOf,
  seekGoal,
  soughtFunction,
  type GoalAnswer,
  type GoalQuestion,
  type SoughtFunction,
  type SoughtTarget,
  type SoughtValue,
  type TriedValue,
} from './goal-seek';
export { requiredSharesByBand, type BandShare, type BandShareQuestion } from './required-shares';
