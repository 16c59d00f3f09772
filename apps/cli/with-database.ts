import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import { loadConfiguration, startServices, type RunningServices } from '#platform';

/** Runs a command's work with the product's servers, started if need be. */
export async function withServices<T>(work: (services: RunningServices) => Promise<T>): Promise<T> {
  const services = await startServices(loadConfiguration(), (line) => process.stderr.write(`${line}\n`));
  try {
    return await work(services);
  } finally {
    await services.stop();
  }
}

/** Runs work on a database as it is, without migrating it. */
export async function withDataSource<T>(
  databaseUrl: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = createDataSource(databaseUrl);
  try {
    await dataSource.initialize();
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Runs a command's work on the product's database, started if need be and migrated, then closes it. */
export async function withDatabase<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  return withServices(({ databaseUrl }) =>
    withDataSource(databaseUrl, async (dataSource) => {
      await migrate(dataSource);
      return work(dataSource);
    }),
  );
}
