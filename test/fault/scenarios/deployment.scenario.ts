import type { Installation } from '../harness/installation';
import { Planner } from '../harness/planner';
import { repetitions, type Scenario, type Stage } from './scenario';
import { caughtUp, count, until } from './watch';

const RESTARTS = repetitions({ inTests: 3, inFull: 20 });
const CRASHED = `SELECT COUNT(*) AS n FROM projection_attempt WHERE outcome = 'crashed'`;

/** F23: every process is replaced in turn while people work; nobody notices. */
export const rollingRestart: Scenario = {
  id: 'F23',
  fault: 'Every process is replaced under load',
  injected: `API and worker replaced ${RESTARTS} times: the new one is started, requests go to it, the old one gets SIGTERM`,
  run: async (stage) => {
    const { installation } = stage;
    const [seen, crashed] = [installation.ledger.answers.length, await count(installation, CRASHED)];
    await underLoad(stage, async () => {
      for (let time = 0; time < RESTARTS; time += 1) await replaceAll(installation);
    });
    const failed = installation.ledger.answers.slice(seen).filter(({ status }) => status !== 200);
    if (failed.length > 0)
      throw new Error(`${failed.length} requests failed, one with ${failed[0]?.status}.`);
    const left = (await count(installation, CRASHED)) - crashed;
    if (left > 0) throw new Error(`${left} attempts were left without an end.`);
    return 2 * RESTARTS;
  },
};

/** Edits and reads without a pause until the work is done. */
async function underLoad({ installation, edit }: Stage, work: () => Promise<void>): Promise<void> {
  const reader = new Planner(installation);
  await reader.signIn();
  let isWorking = true;
  const load = Promise.all([
    repeat(() => edit(1)),
    repeat(() => reader.read(`/api/projections/overview?${overviewOf(installation)}`)),
  ]);
  async function repeat(ask: () => Promise<unknown>): Promise<void> {
    while (isWorking) await ask();
  }
  try {
    await work();
  } finally {
    isWorking = false;
    await load;
  }
}

function overviewOf({ fixture }: Installation): string {
  return `scenarioId=${fixture.planId}&organisationId=${fixture.organisation('RR8')}`;
}

async function replaceAll(installation: Installation): Promise<void> {
  const { api, workers, ledger } = installation;
  await installation.startApi();
  // As a load balancer does: requests go to the new one before the old one is asked to leave.
  const seen = ledger.answers.length;
  await until('requests to go to the new API', () => ledger.answers.length > seen + 4);
  await installation.startWorker();
  for (const { code } of await Promise.all([api, ...workers].map((each) => each.terminate()))) {
    if (code !== 0) throw new Error(`A process that was asked to leave ended with ${code}.`);
  }
}

/** What edits and runs write to. */
const BUSY_TABLES = [
  'assumption',
  'assumption_history',
  'outbox',
  'projection_run',
  'projection_unit',
  'publish_log',
];

/** F25: the schema of the next version is rolled out under processes of this one, and taken back. */
export const schemaAhead: Scenario = {
  id: 'F25',
  fault: 'The next version’s migrations run under load',
  injected: `a column, an index and a table more, as an expanding migration adds them, on ${BUSY_TABLES.length} busy tables, then taken back, while edits are saved; a worker is started with the newer schema`,
  run: async (stage) => {
    const { installation } = stage;
    const seen = installation.ledger.answers.length;
    await underLoad(stage, async () => {
      for (const table of BUSY_TABLES) {
        await installation.query(
          `ALTER TABLE ${table} ADD COLUMN next_version VARCHAR(20) NULL, ADD INDEX next_version (next_version)`,
        );
      }
      await installation.query('CREATE TABLE next_version (id CHAR(26) PRIMARY KEY)');
      await installation.startWorker();
      const saved = installation.ledger.acknowledged.length;
      await until('edits under the newer schema', () => installation.ledger.acknowledged.length > saved + 2);
    });
    await caughtUp(installation);
    await underLoad(stage, async () => {
      for (const table of BUSY_TABLES)
        await installation.query(`ALTER TABLE ${table} DROP COLUMN next_version`);
      await installation.query('DROP TABLE next_version');
    });
    const failed = installation.ledger.answers.slice(seen).filter(({ status }) => status !== 200);
    if (failed.length > 0)
      throw new Error(`${failed.length} requests failed, one with ${failed[0]?.status}.`);
    return 2 * BUSY_TABLES.length;
  },
};
