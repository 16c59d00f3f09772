import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRUSTS } from '../harness/installation';
import { repetitions, type Scenario } from './scenario';
import { caughtUp, count, until } from './watch';

const HUNGRY = 'test/fault/harness/hungry-worker.cjs';
const BUSY = 'test/fault/harness/busy-worker.cjs';
const HEAP_MEGABYTES = 160;
const PILED_UP = repetitions({ inTests: 120, inFull: 2_000 });

const RUNS = 'SELECT COUNT(*) AS n FROM projection_run';
const RUNNING = `SELECT COUNT(*) AS n FROM projection_run WHERE state = 'running'`;
const TRIED_AGAIN = 'SELECT COUNT(*) AS n FROM projection_run WHERE attempts > 1';

/** F20: a job eats all memory of its process, twice; the API and other workers are other processes. */
export const outOfMemory: Scenario = {
  id: 'F20',
  fault: 'A worker runs out of memory',
  injected: `a job takes memory until Node ends the process (--max-old-space-size=${HEAP_MEGABYTES}), twice`,
  run: async ({ installation, edit }) => {
    const { api } = installation;
    for (let time = 0; time < 2; time += 1) {
      await Promise.all(installation.workers.map((worker) => worker.kill()));
      const nodeOptions = [`--max-old-space-size=${HEAP_MEGABYTES}`];
      const hungry = await installation.startWorker({ script: HUNGRY, nodeOptions });
      await edit(1);
      const { signal } = await hungry.ended;
      if (signal !== 'SIGABRT' || !hungry.output().includes('heap out of memory')) {
        throw new Error(`The worker ended with ${signal}: ${hungry.output()}`);
      }
      await installation.startWorker();
      await caughtUp(installation);
    }
    if (!api.isRunning) throw new Error('The API ended with the worker.');
    return 2;
  },
};

/** F21: an event loop that is blocked longer than the lease: the run is done twice and published once. */
export const blockedLoop: Scenario = {
  id: 'F21',
  fault: 'A worker is too busy to renew its lease',
  injected: 'a busy loop before it publishes, until another worker has published in its place',
  run: async ({ installation, edit }) => {
    const before = await count(installation, TRIED_AGAIN);
    await Promise.all(installation.workers.map((worker) => worker.kill()));
    const signal = join(installation.servers.folder, 'busy-no-more');
    const environment = { FAULT_BUSY_UNTIL: signal };
    const busy = await installation.startWorker({ script: BUSY, environment });
    await edit(1);
    await until('the busy worker to hold a run', async () => (await count(installation, RUNNING)) === 1);
    await installation.startWorker();
    await caughtUp(installation);
    writeFileSync(signal, '');
    await until('the busy worker back', async () => (await fetch(`${busy.url}/health/ready`)).ok);
    if ((await count(installation, TRIED_AGAIN)) === before) throw new Error('Nobody took the run over.');
    await busy.terminate();
    return 1;
  },
};

/** F22: far more is saved than can be projected meanwhile: what piles up is one job for each unit. */
export const piledUp: Scenario = {
  id: 'F22',
  fault: 'Edits pile up while no worker works',
  injected: `${PILED_UP} edits while the worker is frozen (SIGSTOP), then SIGCONT`,
  run: async ({ installation, edit }) => {
    const before = await count(installation, RUNS);
    installation.workers.forEach((worker) => worker.freeze());
    await edit(PILED_UP);
    installation.workers.forEach((worker) => worker.thaw());
    const isCaughtUp = caughtUp(installation).then(() => true);
    let deepest = 0;
    for (let isDone = false; !isDone;) {
      deepest = Math.max(deepest, await queueDepth(installation));
      isDone = await Promise.race([
        isCaughtUp,
        new Promise<false>((resolve) => setTimeout(resolve, 5, false)),
      ]);
    }
    // A batch of messages may be relayed while another one is being made into jobs: one job each.
    if (deepest > 2 * TRUSTS.length) throw new Error(`${deepest} jobs waited for ${TRUSTS.length} units.`);
    const runs = (await count(installation, RUNS)) - before;
    if (runs > PILED_UP / 2) throw new Error(`${PILED_UP} edits made ${runs} runs.`);
    return 1;
  },
};

async function queueDepth({ servers }: Parameters<typeof caughtUp>[0]): Promise<number> {
  const prioritized = await servers.redisCommand('ZCARD', 'wholetime:projections:prioritized');
  const waiting = await servers.redisCommand('LLEN', 'wholetime:projections:wait');
  return Number(prioritized) + Number(waiting);
}
