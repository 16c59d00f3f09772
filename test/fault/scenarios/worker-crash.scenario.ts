import type { Failpoint } from '#platform';
import type { Scenario } from './scenario';

const POINTS: readonly Failpoint[] = [
  'worker.job-taken',
  'worker.input-read',
  'worker.half-of-results',
  'worker.before-commit',
  'worker.after-commit',
];

/** F1: a worker dies at each boundary of its work; another one finds what it left. */
export const workerCrash: Scenario = {
  id: 'F1',
  fault: 'A worker is killed in the middle of a run',
  injected: `the process kills itself (SIGKILL) at ${POINTS.length} boundaries: job taken, input read, half of the results written, before the commit, after it`,
  run: async ({ installation, edit }) => {
    for (const failpoint of POINTS) {
      await Promise.all(installation.workers.map((worker) => worker.kill()));
      const doomed = await installation.startWorker({ failpoint });
      await edit(1);
      const { signal } = await doomed.ended;
      if (signal !== 'SIGKILL') throw new Error(`The worker ended with ${signal} at ${failpoint}.`);
      await installation.heal();
    }
    return POINTS.length;
  },
};

/** F3: the relay has rung and not marked its rows: they are rung for again. */
export const relayCrash: Scenario = {
  id: 'F3',
  fault: 'The relay is killed between ringing and marking',
  injected: 'the process kills itself (SIGKILL) there, three times in a row',
  run: async ({ installation, edit }) => {
    for (let time = 0; time < 3; time += 1) {
      await Promise.all(installation.workers.map((worker) => worker.kill()));
      await edit(2);
      // What it takes at its start may ring before it says that it is ready.
      const doomed = await installation
        .startWorker({ failpoint: 'relay.rung-not-marked' })
        .catch(() => undefined);
      await doomed?.ended;
    }
    return 3;
  },
};

/** F4: the edit is committed, its answer never comes, and the client sends it again. */
export const apiCrash: Scenario = {
  id: 'F4',
  fault: 'The API is killed between commit and answer',
  injected: 'the process kills itself (SIGKILL) there; the client sends the same request under the same key',
  run: async ({ installation, edit }) => {
    for (let time = 0; time < 3; time += 1) {
      await installation.api.kill();
      const doomed = await installation.startApi({ failpoint: 'api.committed-not-answered' });
      const edited = edit(1);
      await doomed.ended;
      await installation.startApi();
      await edited;
    }
    return 3;
  },
};
