export { AS_ASSUMED, namedFutures, worstTurnover, type Future } from './futures';
export {
  drawnOutcome,
  leverFailures,
  regretTable,
  type DrawnOutcome,
  type LeverFailure,
  type NamedPlan,
  type Outturn,
  type RegretTable,
} from './stress-test';
