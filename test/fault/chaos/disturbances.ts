import type { Installation } from '../harness/installation';
import type { SeededRandom } from '../harness/seeded-random';

/** One kind of disturbance of the chaos run. */
export interface Disturbance {
  readonly name: string;
  /** Does it and lets it heal; resolves when whatever it took away is back. */
  readonly inflict: (installation: Installation, random: SeededRandom) => Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Longer than a lease: a worker that comes back after it meets a run that another one holds. */
const FROZEN_MILLISECONDS = 3_000;

/** A worker is killed, and another one started in its place. */
const killWorker: Disturbance = {
  name: 'worker killed',
  inflict: async (installation, random) => {
    await random.pick(installation.workers).kill();
    await installation.startWorker();
  },
};

const freezeWorker: Disturbance = {
  name: 'worker frozen past its lease',
  inflict: async (installation, random) => {
    const worker = random.pick(installation.workers);
    worker.freeze();
    await pause(FROZEN_MILLISECONDS);
    worker.thaw();
  },
};

const killApi: Disturbance = {
  name: 'API killed',
  inflict: async (installation) => {
    await installation.api.kill();
    await installation.startApi();
  },
};

const freezeApi: Disturbance = {
  name: 'API frozen',
  inflict: async (installation, random) => {
    installation.api.freeze();
    await pause(random.between(300, 1_500));
    installation.api.thaw();
  },
};

const killRedis: Disturbance = {
  name: 'Redis killed, its log kept',
  inflict: async ({ servers }, random) => {
    await servers.redis.kill();
    await pause(random.between(0, 1_000));
    await servers.redis.start();
  },
};

const loseRedis: Disturbance = {
  name: 'Redis shut down, everything in it lost',
  inflict: async ({ servers }, random) => {
    await servers.loseRedis();
    await pause(random.between(0, 1_000));
    await servers.redis.start();
  },
};

const stallRedis: Disturbance = {
  name: 'Redis stalled (DEBUG SLEEP)',
  inflict: async ({ servers }, random) => {
    await servers.redisCommand('DEBUG', 'SLEEP', random.between(0.5, 2).toFixed(2));
  },
};

const cutRedis: Disturbance = {
  name: 'connections to Redis cut (CLIENT KILL)',
  inflict: async ({ servers }) => {
    await servers.redisCommand('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  },
};

const killMariadb: Disturbance = {
  name: 'MariaDB killed',
  inflict: async ({ servers }, random) => {
    await servers.mariadb.kill();
    await pause(random.between(0, 500));
    await servers.mariadb.start();
  },
};

const freezeMariadb: Disturbance = {
  name: 'MariaDB frozen',
  inflict: async ({ servers }, random) => {
    servers.mariadb.freeze();
    await pause(random.between(300, 2_000));
    servers.mariadb.thaw();
  },
};

/** Every kind; the same seed takes them in the same order at the same edits. */
export const DISTURBANCES: readonly Disturbance[] = [
  killWorker,
  freezeWorker,
  killApi,
  freezeApi,
  killRedis,
  loseRedis,
  stallRedis,
  cutRedis,
  killMariadb,
  freezeMariadb,
];
