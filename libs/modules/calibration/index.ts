export type * from './calibration-evidence';
export { benchmarkGrowth, type GrowthPool, type PoolMember } from './benchmark-growth';
export { calibrate } from './calibrate';
export { calibratedRows, type CalibratedPeriod, type CalibratedRow } from './calibrated-rows';
export { nationalDefaultsAsPeers, type PeerFigures, type PeerSource } from './national-peers';
export { nationalJoinerShares } from './national-joiner-shares';
export {
  RESIDUAL_GROWTH_ERRORS,
  residualGrowthErrorOf,
  type ResidualGrowthError,
} from './residual-growth-error';
export type { MonthlyFte } from './recent-growth';
