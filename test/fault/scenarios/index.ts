import { deadlyUnit } from './held-back.scenario';
import { redisAbsentAtStart, redisKilled, redisLost, redisStalled } from './redis.scenario';
import type { Scenario } from './scenario';
import { severalSchedulers } from './schedulers.scenario';
import { apiCrash, relayCrash, workerCrash } from './worker-crash.scenario';

/** Every row of the matrix, in the order of its numbers. */
export const SCENARIOS: readonly Scenario[] = [
  workerCrash,
  relayCrash,
  apiCrash,
  redisAbsentAtStart,
  redisKilled,
  redisLost,
  redisStalled,
  deadlyUnit,
  severalSchedulers,
];
