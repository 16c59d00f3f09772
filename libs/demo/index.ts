export type { DemoAccount } from './demo-people';
export {
  CALIBRATED_DEFAULTS,
  DEMO_ROUNDS,
  DEMO_SYSTEMS,
  PLAN_SUBMISSION,
  type DemoRound,
} from './demo-rounds';
export { loadDemo, type DemoOptions, type DemoReport } from './load-demo';
export type { OpenedRound } from './open-demo-round';
