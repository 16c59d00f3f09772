import { SchedulesService, type NewSchedule } from '#queue';
import { newId } from '#platform';
import type { Installation } from '../harness/installation';
import type { Scenario } from './scenario';
import { caughtUp, count, until } from './watch';

const SCHEDULERS = 3;
const ROUNDS = 2;

/** F24: several schedulers at once fire each slot once. */
export const severalSchedulers: Scenario = {
  id: 'F24',
  fault: 'Several schedulers run at once, and one of them dies',
  injected: `${SCHEDULERS} workers with a schedule that is due; one of them is killed, and another schedule comes due`,
  run: async ({ installation }) => {
    for (let running = installation.workers.length; running < SCHEDULERS; running += 1) {
      await installation.startWorker();
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const fired = await fireOnce(installation, `Nightly ${round}`);
      if (fired !== 1) throw new Error(`A slot fired ${fired} times.`);
      await installation.workers[0]?.kill();
      await installation.startWorker();
    }
    await Promise.all(installation.workers.slice(1).map((worker) => worker.kill()));
    await caughtUp(installation);
    return ROUNDS;
  },
};

/** @returns how often a new schedule with one past slot fired, looked at after the next one fired too */
export async function fireOnce(installation: Installation, name: string): Promise<number> {
  const first = await dueSchedule(installation, name);
  await until(`${name} fired`, () => hasFired(installation, first));
  // Whoever fires the second one has looked at the first again.
  const second = await dueSchedule(installation, `${name}, later`);
  await until(`${name}, later, fired`, () => hasFired(installation, second));
  return count(
    installation,
    `SELECT MAX(n) AS n FROM (SELECT COUNT(*) AS n FROM schedule_firing GROUP BY schedule_id) AS each_schedule`,
  );
}

async function hasFired({ database }: Installation, id: string): Promise<boolean> {
  const rows: unknown[] = await database.query('SELECT 1 FROM schedule_firing WHERE schedule_id = ?', [id]);
  return rows.length > 0;
}

/** A yearly schedule whose last slot nobody has fired: due at once, and not again during the test. */
async function dueSchedule({ database, fixture }: Installation, name: string): Promise<string> {
  const schedule: NewSchedule = {
    name: `${name} ${newId().slice(-6)}`,
    cron: '0 2 1 1 *',
    timeZone: 'Europe/London',
    roundId: fixture.roundId,
    createdBy: null,
  };
  return database.transaction(async (manager) => {
    const id = await new SchedulesService(database).create(manager, schedule);
    await manager.query('UPDATE schedule SET created_at = created_at - INTERVAL 400 DAY WHERE id = ?', [id]);
    return id;
  });
}
