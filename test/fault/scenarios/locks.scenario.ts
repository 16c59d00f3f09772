import { createDataSource } from '#persistence';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Installation } from '../harness/installation';
import type { Scenario, Stage } from './scenario';
import { count, until } from './watch';

const DEADLOCKS = `SELECT VARIABLE_VALUE AS n FROM information_schema.global_status WHERE VARIABLE_NAME = 'Innodb_deadlocks'`;
const LOCK_TIMEOUTS = `SELECT COUNT AS n FROM information_schema.innodb_metrics WHERE NAME = 'lock_timeouts'`;
/** Statements that want the cells; an edit has its layer by then. (innodb_trx shows what was a tenth of a second ago.) */
const AT_THE_CELLS = `SELECT COUNT(*) AS n FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND info LIKE '%FROM assumption a%FOR UPDATE%'`;
const ROUNDS = 3;

/** F15: edits meet transactions that hold what they need, in the opposite order and for too long. */
export const deadlocked: Scenario = {
  id: 'F15',
  fault: 'Edits run into deadlocks and lock waits',
  injected: `a second client locks what an edit needs, in the opposite order, ${ROUNDS} times; then for longer than an edit waits (innodb_lock_wait_timeout=1)`,
  run: async (stage) => {
    const { installation } = stage;
    const seen = installation.ledger.answers.length;
    const other = await createDataSource(installation.databaseUrl, 2).initialize();
    try {
      await other.query(`SET GLOBAL innodb_monitor_enable = 'lock_timeouts'`);
      for (let round = 0; round < ROUNDS; round += 1) await crossEdit(stage, other);
      await outwaitEdit(stage, other);
    } finally {
      await other.query('SET GLOBAL innodb_lock_wait_timeout = DEFAULT');
      await other.destroy();
    }
    const refused = installation.ledger.answers.slice(seen).filter(({ status }) => status !== 200);
    if (refused.length > 0) throw new Error(`An edit was answered with ${refused[0]?.status}.`);
    return ROUNDS + 1;
  },
};

/** An edit locks its layer and then its cells; the other client takes the cells first and the layer then. */
async function crossEdit({ installation, edit }: Stage, other: DataSource): Promise<void> {
  const before = await count(installation, DEADLOCKS);
  const runner = other.createQueryRunner();
  try {
    await runner.startTransaction('READ COMMITTED');
    await takeCells(runner);
    await weighMore(runner);
    const edited = edit(1);
    await until('the edit to want its cells', async () => (await count(installation, AT_THE_CELLS)) > 0);
    await runner.query(`SELECT version FROM input_layer WHERE kind = 'assumptions' FOR UPDATE`);
    await runner.rollbackTransaction();
    await edited;
  } finally {
    await runner.release();
  }
  if ((await count(installation, DEADLOCKS)) === before) throw new Error('There was no deadlock.');
}

/** Holds the cells until an edit has given up waiting for them once. */
async function outwaitEdit({ installation, edit }: Stage, other: DataSource): Promise<void> {
  await other.query('SET GLOBAL innodb_lock_wait_timeout = 1');
  await restartApi(installation);
  const before = await count(installation, LOCK_TIMEOUTS);
  const runner = other.createQueryRunner();
  try {
    await runner.startTransaction('READ COMMITTED');
    await takeCells(runner);
    const edited = edit(1);
    await until('a lock wait given up', async () => (await count(installation, LOCK_TIMEOUTS)) > before);
    await runner.rollbackTransaction();
    await edited;
  } finally {
    await runner.release();
  }
}

async function takeCells(runner: QueryRunner): Promise<void> {
  await runner.query(`SELECT id FROM assumption WHERE parameter_key = 'retention.leaver-rate' FOR UPDATE`);
}

/** The database gives up the transaction that changed less: here the edit, which must then try again. */
async function weighMore(runner: QueryRunner): Promise<void> {
  await runner.query(
    `INSERT INTO lease (name, holder, expires_at) SELECT CONCAT('weight ', seq), 'fault', UTC_TIMESTAMP(6) FROM seq_1_to_200`,
  );
}

/** Sessions take the limit of lock waits as they begin. */
async function restartApi(installation: Installation): Promise<void> {
  await installation.api.kill();
  await installation.startApi();
}
