export type * from './calibration-evidence';
export { calibrate } from './calibrate';
export { nationalJoinerShares } from './national-joiner-shares';
