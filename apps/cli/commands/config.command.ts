import type { Command } from 'commander';
import { loadConfiguration, renderEnvironmentExample, renderSettingsTable } from '#platform';

/** Adds `config` to the program. */
export function registerConfig(program: Command): void {
  const config = program
    .command('config')
    .description('The settings: what there is, and whether they are valid');
  config
    .command('example')
    .description('Print every setting with its meaning, as config/.env.example has it')
    .action(() => void process.stdout.write(renderEnvironmentExample()));
  config
    .command('table')
    .description('Print the settings as a Markdown table')
    .action(() => void process.stdout.write(renderSettingsTable()));
  config
    .command('check')
    .description('Check the environment; names each variable that breaks its rule')
    .option('--json', 'print the outcome as JSON')
    .action(({ json }: { readonly json?: boolean }) => {
      loadConfiguration();
      process.stdout.write(json === true ? '{"valid":true}\n' : 'The configuration is valid.\n');
    });
}
