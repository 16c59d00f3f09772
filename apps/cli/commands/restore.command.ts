import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  keyFilesOf,
  restoreBackup,
  verifyInstallation,
  type InstallationVerification,
  type RestoreReport,
} from '#backup';
import { loadConfiguration } from '#platform';
import { stoppedBySignal } from '../stopped-by-signal';
import { withDataSource, withDatabase, withServices } from '../with-database';
import { describeVerification } from './verification.text';

const REPLAYS = 10;

/** Adds `restore` and `verify` to the program. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('Fill an empty installation from a backup, then check what it holds as `verify` does')
    .argument('<file>', 'a backup')
    .option('--json', 'print what was restored and checked as JSON')
    .action((file: string, { json }: { readonly json?: boolean }) => restore(resolve(file), json === true));
  program
    .command('verify')
    .description(
      'Walk the audit chain, compare every file of every release with its hash, compute runs again',
    )
    .option('--runs <count>', 'published runs to compute again at most', Number, REPLAYS)
    .option('--json', 'print the findings as JSON')
    .action((options: { readonly runs: number; readonly json?: boolean }) => verify(options));
}

/** Ends the process with code 1 when what was restored does not prove itself. */
async function restore(file: string, isJson: boolean): Promise<void> {
  const configuration = loadConfiguration();
  const report = reportOf('restore');
  const { restored, verification } = await stoppedBySignal((signal) =>
    withServices(async ({ databaseUrl }) => {
      const keyFiles = keyFilesOf(configuration);
      const done = await restoreBackup({ file, databaseUrl, keyFiles, signal, report });
      return {
        restored: done,
        verification: await withDataSource(databaseUrl, (dataSource) =>
          verifyInstallation({
            dataSource,
            configuration,
            auditHead: done.manifest.auditHead,
            replays: REPLAYS,
            report,
          }),
        ),
      };
    }),
  );
  say(
    isJson,
    { restored, verification },
    `${describeRestore(restored)}${describeVerification(verification)}`,
  );
  endWith(verification);
}

async function verify({ runs, json }: { readonly runs: number; readonly json?: boolean }): Promise<void> {
  const verification = await withDatabase((dataSource) =>
    verifyInstallation({
      dataSource,
      configuration: loadConfiguration(),
      auditHead: null,
      replays: runs,
      report: reportOf('verify'),
    }),
  );
  say(json === true, verification, describeVerification(verification));
  endWith(verification);
}

function endWith({ isSound }: InstallationVerification): void {
  if (!isSound) process.exitCode = 1;
}

function say(isJson: boolean, value: object, text: string): void {
  process.stdout.write(isJson ? `${JSON.stringify(value, null, 2)}\n` : text);
}

const reportOf =
  (command: string) =>
  (line: string): void => {
    process.stderr.write(`${command}: ${line}\n`);
  };

function describeRestore({ manifest, migrated, missingKeys }: RestoreReport): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `Restored the backup of ${manifest.createdAt}: ${manifest.tables.length} tables, ${rows} rows, each table as its hash says.`,
    migrated.length === 0 ? 'The schema is that of the backup.' : `Then migrated: ${migrated.join(', ')}.`,
    ...missingKeys.map(
      (purpose) =>
        `The key for ${purpose} is not here: put its file in its place before the start, or a new one is made.`,
    ),
    '',
  ].join('\n');
}
