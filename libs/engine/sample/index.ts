export { binomial, type NextUniform, poisson } from './counts';
export { inverseNormal, normalDistribution, SCORE_OF_P90 } from './normal-distribution';
export { quantiles } from './quantile';
export { sharedScore } from './shared-score';
export { Substream } from './substream';
export {
  UNCERTAINTY_FAMILIES,
  type UncertainValue,
  type UncertaintyFamily,
  type ValueAtScore,
  valueAtScore,
} from './uncertain-value';
export { DrawTable } from './draw-table';
