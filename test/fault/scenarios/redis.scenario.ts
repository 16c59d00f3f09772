import { repetitions, type Scenario, type Stage } from './scenario';
import { caughtUp, count } from './watch';

/** F5: nothing of the queue is there when the processes start; edits are taken all the same. */
export const redisAbsentAtStart: Scenario = {
  id: 'F5',
  fault: 'Redis is not there when API and worker start',
  injected: 'both started without Redis, edits saved, Redis started after them',
  run: async ({ installation, edit }) => {
    await Promise.all([installation.api, ...installation.workers].map((each) => each.kill()));
    await installation.servers.redis.kill();
    await Promise.all([installation.startApi(), installation.startWorker()]);
    await edit(3);
    await installation.servers.redis.start();
    return 1;
  },
};

/** F6: Redis is killed and comes back with what it had written to disk. */
export const redisKilled: Scenario = {
  id: 'F6',
  fault: 'Redis is killed and restarted with its log',
  injected: 'kill -9 right after an edit, three times',
  run: async ({ installation: { servers }, edit }) => {
    for (let time = 0; time < 3; time += 1) {
      await edit(2);
      await servers.redis.kill();
      await edit(1);
      await servers.redis.start();
    }
    return 3;
  },
};

/** Loses all of Redis while the only job of an edit is in the hands of a worker that dies with it. */
export async function loseJobInHand({ installation, edit }: Stage): Promise<void> {
  await Promise.all(installation.workers.map((worker) => worker.kill()));
  const doomed = await installation.startWorker({ failpoint: 'worker.before-commit' });
  await edit(1);
  await doomed.ended;
  await installation.servers.loseRedis();
  await installation.servers.redis.start();
}

/** F7: everything in Redis is gone, a job in hand included: the reconciler finds what is due. */
export const redisLost: Scenario = {
  id: 'F7',
  fault: 'Redis loses everything, with a job in hand',
  injected: 'the worker killed before its commit, then SHUTDOWN NOSAVE and an empty data folder, three times',
  run: async (stage) => {
    for (let time = 0; time < 3; time += 1) await loseJobInHand(stage);
    return 3;
  },
};

/** F8: Redis stands still; edits never touch it. */
export const redisStalled: Scenario = {
  id: 'F8',
  fault: 'Redis stands still for five seconds',
  injected: 'DEBUG SLEEP 5 while edits are saved',
  run: async ({ installation: { servers }, edit }) => {
    const asleep = servers.redisCommand('DEBUG', 'SLEEP', '5');
    await edit(6);
    await asleep;
    return 1;
  },
};

const CUTS = repetitions({ inTests: 5, inFull: 50 });

/** F9: every connection to Redis is cut again and again; the worker takes the next job each time. */
export const redisCut: Scenario = {
  id: 'F9',
  fault: 'All connections to Redis are cut',
  injected: `CLIENT KILL TYPE normal, blocking ones included, ${CUTS} times, each with an edit that must be published before the next`,
  run: async ({ installation, edit }) => {
    const { servers } = installation;
    for (let time = 0; time < CUTS; time += 1) {
      await servers.redisCommand('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      await edit(1);
      await caughtUp(installation);
    }
    return CUTS;
  },
};

const WAITING = 'SELECT COUNT(*) AS n FROM outbox WHERE relayed_at IS NULL';

/** F10: Redis has no room for a job: messages wait in the database, and readiness says what is wrong. */
export const redisFull: Scenario = {
  id: 'F10',
  fault: 'Redis is full',
  injected: 'CONFIG SET maxmemory 1, policy noeviction, while edits are saved; then without a limit',
  run: async ({ installation, edit }) => {
    const { servers, workers } = installation;
    try {
      await servers.redisCommand('CONFIG', 'SET', 'maxmemory', '1');
      await edit(6);
      if ((await count(installation, WAITING)) === 0) throw new Error('A full Redis took a job.');
      const readiness = await (await fetch(`${workers[0]?.url}/health/ready`)).text();
      if (!/degraded.*raise maxmemory/.test(readiness)) throw new Error(`Readiness says ${readiness}.`);
    } finally {
      await servers.redisCommand('CONFIG', 'SET', 'maxmemory', '0');
    }
    return 1;
  },
};
