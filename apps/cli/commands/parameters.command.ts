import { writeFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { parameterDictionary, PARAMETERS } from '#modules';

/** Adds `parameters`: the parameter dictionary, generated from the registry. */
export function registerParameters(program: Command): void {
  program
    .command('parameters')
    .description('Print the parameter dictionary (every assumption with unit, bounds, default and source)')
    .option('--output <file>', 'write the Markdown there instead (docs/parameters.md)')
    .option('--json', 'print the registry entries as JSON')
    .action(async ({ output, json }: { readonly output?: string; readonly json?: boolean }) => {
      const text = json ? `${JSON.stringify(PARAMETERS)}\n` : parameterDictionary();
      if (output === undefined) process.stdout.write(text);
      else await writeFile(output, text);
    });
}
