import { join } from 'node:path';
import type { Planner } from '../harness/planner';
import type { Installation, ProcessChange } from '../harness/installation';
import { fireOnce } from './schedulers.scenario';
import type { Scenario } from './scenario';
import { caughtUp } from './watch';

/** An hour ahead, as after a wrong change of summer time, and ten minutes behind. */
const SKEWS_SECONDS = [3_600, -600] as const;

/** F18: processes disagree about the time: what is due is judged by the clock of the database alone. */
export const skewedClocks: Scenario = {
  id: 'F18',
  fault: 'The clocks of API and workers are wrong',
  injected: `API and one of two workers run an hour ahead, then ten minutes behind, while edits are saved and a schedule comes due`,
  run: async ({ installation, planner, edit }) => {
    for (const seconds of SKEWS_SECONDS) {
      await restart(installation, planner, clockOf(seconds));
      await installation.startWorker();
      await edit(3);
      const fired = await fireOnce(installation, `Skewed by ${seconds}`);
      if (fired !== 1) throw new Error(`A slot fired ${fired} times.`);
      await caughtUp(installation);
    }
    await restart(installation, planner, {});
    return SKEWS_SECONDS.length;
  },
};

async function restart(installation: Installation, planner: Planner, change: ProcessChange): Promise<void> {
  await Promise.all([installation.api, ...installation.workers].map((each) => each.kill()));
  await Promise.all([installation.startApi(change), installation.startWorker(change)]);
  // A session of another clock may be over by this one.
  await planner.signIn();
}

function clockOf(seconds: number): ProcessChange {
  return {
    nodeOptions: ['--require', join(__dirname, '../harness/skewed-clock.cjs')],
    environment: { FAULT_CLOCK_SKEW_SECONDS: String(seconds) },
  };
}
