import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDataSource } from '#persistence';
import { verifyAudit } from '#access';
import type { Installation } from '../harness/installation';
import type { Scenario } from './scenario';
import { caughtUp, until } from './watch';

const CLI = join(__dirname, '../../../dist/apps/cli/main.js');
const run = promisify(execFile);

/** F26: a backup taken with edits not yet published, restored elsewhere with an empty Redis, catches up alike. */
export const restoreDrill: Scenario = {
  id: 'F26',
  fault: 'Everything is lost and restored from a backup',
  injected:
    '“wholetime backup” with edits not yet published, “wholetime restore” into an empty database, a worker there with an empty Redis',
  run: async ({ installation, edit }) => {
    await Promise.all(installation.workers.map((worker) => worker.kill()));
    await edit(6);
    const restoredUrl = `${installation.databaseUrl.replace(/(fault_\w+)/, '$1_restored')}`;
    const file = join(installation.servers.folder, 'drill.backup');
    await wholetime(installation, installation.databaseUrl, ['backup', file]);
    await wholetime(installation, restoredUrl, ['restore', file]);
    const restored = await createDataSource(restoredUrl, 2).initialize();
    try {
      await installation.startWorker();
      await caughtUp(installation);
      const environment = { DATABASE_URL: restoredUrl, WHOLETIME_QUEUE_PREFIX: 'restored' };
      const there = await installation.startWorker({ environment });
      const wanted = await published((sql) => installation.query(sql));
      await until('the restored installation to publish the same', async () => {
        return (await published((sql) => restored.query(sql))) === wanted;
      });
      await there.terminate();
      const { isIntact } = await verifyAudit(restored.manager);
      if (!isIntact) throw new Error('The restored audit chain does not verify.');
      await restored.query(`DROP DATABASE ${new URL(restoredUrl).pathname.slice(1)}`);
    } finally {
      await restored.destroy();
    }
    await installation.servers.redisCommand('FLUSHALL');
    return 1;
  },
};

async function wholetime(
  { servers }: Installation,
  databaseUrl: string,
  words: readonly string[],
): Promise<void> {
  await run(process.execPath, [CLI, ...words], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      REDIS_URL: servers.redisUrl,
      WHOLETIME_DATA_DIRECTORY: servers.folder,
    },
  });
}

/** What every unit shows: its input and the hash of its result. */
async function published(ask: (sql: string) => Promise<unknown>): Promise<string> {
  return JSON.stringify(
    await ask(
      `SELECT u.organisation_id AS organisationId, u.published_version AS version, r.result_sha256 AS sha256
         FROM projection_unit u JOIN projection_run r ON r.id = u.published_run_id ORDER BY 1`,
    ),
  );
}
