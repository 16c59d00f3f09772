import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { addToSum, draftSum, restoreDraws, type ProjectionDraws } from '#modules/projection';
import { SYSTEM_SIZE, type NationalShape } from './national-case';
import type { SystemAnswer, SystemTask } from './national.thread';

/** As the worker's threads have it. */
const YOUNG_GENERATION = { maxYoungGenerationSizeMb: 16 };
const THREAD_FILE = join(__dirname, 'national.thread.js');

/** What a plan took. */
export interface Taken {
  readonly wallSeconds: number;
  /** Processor time of all threads. */
  readonly cpuSeconds: number;
}

/**
 * Draws of all systems of a plan on several threads. What they keep, the year ends of each system, is
 * summed in the order of the systems, whichever is done first.
 */
export async function nationalDraws(shape: NationalShape, threads: number): Promise<ProjectionDraws> {
  const waiting = systemTasks(shape);
  const done = new Map<number, ProjectionDraws>();
  let england: ProjectionDraws | null = null;
  let next = 0;
  const take = ({ system, yearEnds }: SystemAnswer): void => {
    done.set(system, restoreDraws(yearEnds));
    for (let ready = done.get(next); ready !== undefined; ready = done.get(next)) {
      england ??= draftSum(ready, ready.range);
      addToSum(england, ready);
      done.delete(next);
      next += 1;
    }
  };
  await Promise.all(Array.from({ length: threads }, () => workThrough(waiting, shape, take)));
  if (england === null) throw new RangeError('a plan needs an organisation');
  return england;
}

/** Wall clock and processor time of some work. */
export async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const [started, before] = [process.hrtime.bigint(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  const wallSeconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { wallSeconds, cpuSeconds: (user + system) / 1e6 };
}

function systemTasks({ organisations }: NationalShape): SystemTask[] {
  return Array.from({ length: Math.ceil(organisations / SYSTEM_SIZE) }, (_, system) => ({
    system,
    organisations: Array.from(
      { length: Math.min(SYSTEM_SIZE, organisations - system * SYSTEM_SIZE) },
      (__, place) => system * SYSTEM_SIZE + place,
    ),
  }));
}

/** One thread that takes the next system as long as there is one. */
function workThrough(
  waiting: SystemTask[],
  shape: NationalShape,
  take: (answer: SystemAnswer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD_FILE, { workerData: shape, resourceLimits: YOUNG_GENERATION });
    const giveNext = (): void => {
      const task = waiting.shift();
      if (task === undefined) {
        thread.terminate().then(() => resolve(), reject);
        return;
      }
      thread.postMessage(task);
    };
    thread.on('error', reject);
    thread.on('message', (answer: SystemAnswer) => {
      take(answer);
      giveNext();
    });
    giveNext();
  });
}
