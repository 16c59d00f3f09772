import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import { loadConfiguration, startServices } from '#platform';

/** Runs a command's work on the product's database, started if need be and migrated, then closes it. */
export async function withDatabase<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const services = await startServices(loadConfiguration(), (line) => process.stderr.write(`${line}\n`));
  const dataSource = createDataSource(services.databaseUrl);
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await services.stop();
  }
}
