import type { Command } from 'commander';
import { createDataSource, migrate } from '#persistence';
import { loadConfiguration, startServices } from '#platform';

/** Adds `migrate` to the program. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database schema up to date')
    .option('--json', 'print the migrations that ran as JSON')
    .action(runMigrations);
}

async function runMigrations({ json }: { readonly json?: boolean }): Promise<void> {
  const services = await startServices(loadConfiguration(), (line) => process.stderr.write(`${line}\n`));
  const dataSource = createDataSource(services.databaseUrl);
  try {
    await dataSource.initialize();
    const names = await migrate(dataSource);
    const text = names.length === 0 ? 'The schema is up to date.' : names.join('\n');
    process.stdout.write(`${json === true ? JSON.stringify({ migrations: names }) : text}\n`);
  } finally {
    if (dataSource.isInitialized) {
      await dataSource.destroy();
    }
    await services.stop();
  }
}
