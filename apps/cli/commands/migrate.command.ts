import type { Command } from 'commander';
import { createDataSource, migrate } from '#persistence';
import { loadConfiguration, parseDatabaseUrl, startServices } from '#platform';
import { provisionNationalReader } from '#publication';

/** Adds `migrate` to the program. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description(
      'Bring the database schema up to date; with WHOLETIME_NATIONAL_DATABASE_URL also make its user and rights',
    )
    .option('--json', 'print the migrations that ran as JSON')
    .action(runMigrations);
}

async function runMigrations({ json }: { readonly json?: boolean }): Promise<void> {
  const configuration = loadConfiguration();
  const services = await startServices(configuration, (line) => process.stderr.write(`${line}\n`));
  const dataSource = createDataSource(services.databaseUrl);
  try {
    await dataSource.initialize();
    const names = await migrate(dataSource);
    if (configuration.givenNationalDatabaseUrl !== undefined) {
      const { password } = parseDatabaseUrl(configuration.givenNationalDatabaseUrl);
      await provisionNationalReader(dataSource, password);
    }
    const text = names.length === 0 ? 'The schema is up to date.' : names.join('\n');
    process.stdout.write(`${json === true ? JSON.stringify({ migrations: names }) : text}\n`);
  } finally {
    if (dataSource.isInitialized) {
      await dataSource.destroy();
    }
    await services.stop();
  }
}
