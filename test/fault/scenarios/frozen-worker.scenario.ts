import { readFile } from 'node:fs/promises';
import type { Failpoint } from '#platform';
import type { Installation } from '../harness/installation';
import type { ProductProcess } from '../harness/product-process';
import type { Scenario } from './scenario';
import { caughtUp, count, until } from './watch';

/** Before anything is stored, and with the rows of a publication locked. */
const POINTS: readonly Failpoint[] = ['worker.input-read', 'worker.before-commit'];

const PUBLISHED = 'SELECT COUNT(*) AS n FROM publish_log';
/** F2: a worker stands still past its lease, another one does its run, and then it goes on. */
export const frozenWorker: Scenario = {
  id: 'F2',
  fault: 'A worker is frozen past its lease and comes back',
  injected: `the process stops itself (SIGSTOP) with its input read, and in the publishing transaction; another worker publishes; SIGCONT`,
  run: async ({ installation, edit }) => {
    for (const point of POINTS) {
      await Promise.all(installation.workers.map((worker) => worker.kill()));
      const zombie = await installation.startWorker({ failpoint: `${point}:freeze` });
      await edit(1);
      await until('the worker frozen', () => isStopped(zombie));
      await installation.startWorker();
      await caughtUp(installation);
      await comesBackToNothing(installation, zombie);
    }
    return POINTS.length;
  },
};

/** What the zombie publishes when it comes back must be nothing; that it is back shows in its health. */
async function comesBackToNothing(installation: Installation, zombie: ProductProcess): Promise<void> {
  const before = await count(installation, PUBLISHED);
  zombie.thaw();
  await until('the frozen worker back', async () => (await fetch(`${zombie.url}/health/ready`)).ok);
  // It ends in order, and with that whatever it still had in hand.
  await zombie.terminate();
  const published = (await count(installation, PUBLISHED)) - before;
  if (published > 0) throw new Error(`A worker back from the dead published ${published} runs.`);
}

/** Whether a process was stopped by a signal, as the kernel says. */
async function isStopped({ pid }: ProductProcess): Promise<boolean> {
  return /^State:\s+T/m.test(await readFile(`/proc/${pid}/status`, 'utf8'));
}
