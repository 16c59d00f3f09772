export * from './variance';
export * from './outturn';
export { DEFAULT_THRESHOLDS, FLAGS, flagOf, type Flag, type Threshold, type Thresholds } from './flags/flags';
export * from './evidence';
