import { resolve } from 'node:path';
import type { Command } from 'commander';
import { inspectBackup, keyFilesOf, writeBackup, type InspectedBackup } from '#backup';
import { loadConfiguration } from '#platform';
import { stoppedBySignal } from '../stopped-by-signal';
import { withDataSource, withServices } from '../with-database';

interface BackupOptions {
  readonly withKeys?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** Adds `backup` to the program. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description(
      'Write everything that the installation cannot make again into one file, while it is at work',
    )
    .argument('<file>', 'where to; nothing may be there')
    .option('--with-keys', 'put the private signing keys into it; keep the file as safe as the keys')
    .option('--check', 'read a backup that is there and compare every part with its hash')
    .option('--json', 'print the manifest as JSON')
    .action((file: string, options: BackupOptions) => backUp(resolve(file), options));
}

async function backUp(file: string, { withKeys = false, check, json }: BackupOptions): Promise<void> {
  const backup = check === true ? await inspectBackup(file) : await write(file, withKeys);
  if (json === true) {
    return void process.stdout.write(`${JSON.stringify({ file, ...backup }, null, 2)}\n`);
  }
  process.stdout.write(describe(file, backup));
}

function write(file: string, withKeys: boolean): Promise<InspectedBackup> {
  return stoppedBySignal((signal) =>
    withServices(({ databaseUrl }) =>
      withDataSource(databaseUrl, (dataSource) =>
        writeBackup({
          dataSource,
          databaseUrl,
          file,
          keyFiles: keyFilesOf(loadConfiguration()),
          withKeys,
          signal,
          report: (line) => process.stderr.write(`backup: ${line}\n`),
        }),
      ),
    ),
  );
}

function describe(file: string, { manifest, sha256 }: InspectedBackup): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const parts = manifest.tables.reduce((sum, table) => sum + table.parts.length, 0);
  return [
    `${file}`,
    `  of ${manifest.createdAt}: ${manifest.tables.length} tables, ${rows} rows, ${parts} parts, each as its hash says`,
    ...manifest.keys.map(
      ({ purpose, keyId, file: contained }) =>
        `  key for ${purpose} ${keyId}: ${contained === null ? 'not contained; keep its file elsewhere' : 'contained'}`,
    ),
    `  SHA-256 of the manifest ${sha256}; noted elsewhere, it identifies this backup`,
    '',
  ].join('\n');
}
