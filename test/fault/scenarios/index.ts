import { skewedClocks } from './clock.scenario';
import { SmallDisk } from '../harness/small-disk';
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
import { isInFull, type Scenario } from './scenario';
import { severalSchedulers } from './schedulers.scenario';
import { uploadsCutOff } from './upload.scenario';
import { apiCrash, relayCrash, workerCrash } from './worker-crash.scenario';

/** Every row of the matrix, in the order of its numbers. */
const SCENARIOS: readonly Scenario[] = [
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

/**
 * Rows that start processes again and again: `node test/fault/run.mjs matrix` plays them too, and what they are about
 * is part of the chaos run.
 */
const BY_COMMAND: readonly Scenario[] = [
  redisAbsentAtStart,
  databaseInputOutputError,
  networkGone,
  networkSlow,
  skewedClocks,
  outOfMemory,
  blockedLoop,
  rollingRestart,
  severalSchedulers,
  schemaAhead,
  restoreDrill,
];

/** They mount a small file system, which some containers allow nobody. */
const ON_SMALL_DISKS: readonly Scenario[] = [redisDiskFull, databaseDiskFull, uploadsCutOff];

/** The rows to play: all by command, and those that every run of the tests has time for and the machine allows. */
export const SCENARIOS_TO_PLAY = SCENARIOS.filter((scenario) => {
  if (isInFull) return true;
  if (BY_COMMAND.includes(scenario)) return false;
  return !ON_SMALL_DISKS.includes(scenario) || isMountAllowed();
});

function isMountAllowed(): boolean {
  const isAllowed = SmallDisk.isAllowed();
  if (!isAllowed)
    process.stderr.write('Full disks are not played: this machine allows no mount namespace.\n');
  return isAllowed;
}
