import { skewedClocks } from './clock.scenario';
import { databaseKilled } from './database.scenario';
import { rollingRestart, schemaAhead } from './deployment.scenario';
import { databaseDiskFull, databaseInputOutputError, redisDiskFull } from './disk.scenario';
import { frozenWorker } from './frozen-worker.scenario';
import { deadlyUnit } from './held-back.scenario';
import { deadlocked } from './locks.scenario';
import { blockedLoop, outOfMemory, piledUp } from './misbehaving-worker.scenario';
import { networkGone, networkSlow } from './network.scenario';
import {
  redisAbsentAtStart,
  redisCut,
  redisFull,
  redisKilled,
  redisLost,
  redisStalled,
} from './redis.scenario';
import { restoreDrill } from './restore.scenario';
import type { Scenario } from './scenario';
import { severalSchedulers } from './schedulers.scenario';
import { uploadsCutOff } from './upload.scenario';
import { apiCrash, relayCrash, workerCrash } from './worker-crash.scenario';

/** Every row of the matrix, in the order of its numbers. */
export const SCENARIOS: readonly Scenario[] = [
  workerCrash,
  frozenWorker,
  relayCrash,
  apiCrash,
  redisAbsentAtStart,
  redisKilled,
  redisLost,
  redisStalled,
  redisCut,
  redisFull,
  redisDiskFull,
  databaseKilled,
  databaseDiskFull,
  databaseInputOutputError,
  deadlocked,
  networkGone,
  networkSlow,
  skewedClocks,
  deadlyUnit,
  outOfMemory,
  blockedLoop,
  piledUp,
  rollingRestart,
  severalSchedulers,
  schemaAhead,
  restoreDrill,
  uploadsCutOff,
];
