import type { Scenario } from './scenario';
import { TRUSTS } from '../harness/installation';
import { count, until } from './watch';

const HELD_BACK = 'SELECT COUNT(*) AS n FROM projection_unit WHERE quarantined_version IS NOT NULL';

/** F19: a unit that kills its worker each time is held back and says why; its next input lifts that. */
export const deadlyUnit: Scenario = {
  id: 'F19',
  fault: 'A unit kills every worker that takes it',
  injected: 'three workers in a row kill themselves with its input read; then its input is changed',
  run: async ({ installation, edit }) => {
    await Promise.all(installation.workers.map((worker) => worker.kill()));
    await edit(1);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const doomed = await installation
        .startWorker({ failpoint: 'worker.input-read' })
        .catch(() => undefined);
      await doomed?.ended;
    }
    await installation.startWorker();
    await until('the unit held back', async () => (await count(installation, HELD_BACK)) === 1);
    const [held] = await installation.query<{ reason: string | null }>(
      'SELECT quarantine_reason AS reason FROM projection_unit WHERE quarantined_version IS NOT NULL',
    );
    if (held?.reason?.startsWith('3 attempts') !== true) throw new Error(`It says ${held?.reason}.`);
    await edit(TRUSTS.length);
    await until('the unit lifted', async () => (await count(installation, HELD_BACK)) === 0);
    return 3;
  },
};
