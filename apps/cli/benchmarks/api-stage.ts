import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import { loadConfiguration, newId, startServices, withDatabase } from '#platform';
import type { PublishedRelease } from '#publication';
import { publishNationalRelease } from './api-release';
import { startNationalApi, type ServerProcess } from './api-servers';

/** The national API over a database of its own that holds one release of national size. */
export interface ApiStage {
  readonly dataSource: DataSource;
  readonly release: PublishedRelease;
  readonly api: ServerProcess;
  /** For files of the benchmark; removed with the rest. */
  readonly folder: string;
}

/** Sets the stage for a benchmark, and clears it away whatever happens. */
export async function onApiStage<T>(work: (stage: ApiStage) => Promise<T>): Promise<T> {
  const services = await startServices(loadConfiguration(), (line) => process.stderr.write(`${line}\n`));
  const databaseUrl = withDatabase(services.databaseUrl, `wholetime_bench_${newId().replaceAll('-', '')}`);
  const dataSource = createDataSource(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'wholetime-bench-'));
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    process.stderr.write('publishes the release\n');
    const release = await publishNationalRelease(dataSource);
    const api = await startNationalApi(dataSource, { databaseUrl, folder });
    try {
      return await work({ dataSource, release, api, folder });
    } finally {
      await api.stop();
    }
  } finally {
    if (dataSource.isInitialized) {
      await dataSource.dropDatabase();
      await dataSource.destroy();
    }
    await services.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
