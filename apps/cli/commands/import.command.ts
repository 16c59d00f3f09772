import { basename, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { FileImporter, writeCompactHistory, type ImportFault, type ImportReport } from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { UnitOfWork } from '#persistence';
import { InvalidInputError } from '#platform';
import { withDatabase } from '../with-database';
import { describeReport, describeTotals } from './import-report.text';

/** A file that was refused; nothing of it was imported. */
interface RefusedFile {
  readonly fileName: string;
  readonly faults: readonly ImportFault[];
}

type FileOutcome = ImportReport | RefusedFile;

/** Adds `import` and `compact-history` to the program. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('Import published files: absence and turnover benchmarking, workforce statistics, ethnicity')
    .argument('<files...>', 'CSV files as published; each is imported all or nothing', collectFile)
    .option('--json', 'print the reports as JSON')
    .action((files: readonly string[], options: { readonly json?: boolean }) => importFiles(files, options));
  program
    .command('compact-history')
    .description('Write the imported history in the compact form that ships with the product')
    .argument('<directory>', 'folder to write to')
    .action((directory: string) =>
      withDatabase(async (dataSource) => {
        const { files } = await writeCompactHistory(dataSource.manager, resolve(directory));
        process.stderr.write(`${files.length} files written to ${directory}\n`);
      }),
    );
}

function collectFile(file: string, files: readonly string[] | undefined): readonly string[] {
  if (file === '') throw new InvalidArgumentError('A file name is empty.');
  return [...(files ?? []), file];
}

async function importFiles(files: readonly string[], { json }: { readonly json?: boolean }): Promise<void> {
  await withDatabase(async (dataSource) => {
    await new UnitOfWork(dataSource).run(loadReferenceOrganisations);
    const importer = new FileImporter(dataSource);
    const outcomes: FileOutcome[] = [];
    for (const file of files) {
      const outcome = await importOne(importer, file);
      outcomes.push(outcome);
      process.stderr.write(`${progressLine(outcome, outcomes.length, files.length)}\n`);
      if (json !== true) process.stdout.write(describeOutcome(outcome));
    }
    process.stdout.write(
      json === true ? `${JSON.stringify(outcomes, null, 2)}\n` : describeTotals(outcomes.filter(isReport)),
    );
    if (!outcomes.every(isReport)) process.exitCode = 1;
  });
}

const isReport = (outcome: FileOutcome): outcome is ImportReport => 'rowsRead' in outcome;

async function importOne(importer: FileImporter, file: string): Promise<FileOutcome> {
  const fileName = basename(file);
  try {
    return await importer.importFile({ path: file, fileName, importedBy: null });
  } catch (error) {
    if (error instanceof InvalidInputError) return { fileName, faults: error.faults as ImportFault[] };
    if (isFileProblem(error)) return { fileName, faults: [unreadable(fileName, error)] };
    throw error;
  }
}

function isFileProblem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function unreadable(fileName: string, error: NodeJS.ErrnoException): ImportFault {
  const message = `The file cannot be read (${error.code ?? error.message}).`;
  const fix = 'Check the path and that you may read it.';
  return { file: fileName, line: null, column: null, pointer: 'file', rule: 'is-readable', message, fix };
}

function progressLine(outcome: FileOutcome, done: number, all: number): string {
  const result = isReport(outcome)
    ? outcome.alreadyImported
      ? 'imported before, nothing changed'
      : `${outcome.rowsKept} of ${outcome.rowsRead} rows`
    : 'refused';
  return `[${done}/${all}] ${outcome.fileName}: ${result}`;
}

function describeOutcome(outcome: FileOutcome): string {
  if (isReport(outcome)) return describeReport(outcome);
  const lines = outcome.faults.map(
    ({ pointer, message, fix, rule }) => `  ${pointer}: ${message} ${fix} [${rule}]`,
  );
  return `${outcome.fileName}: not imported, nothing changed\n${lines.join('\n')}\n`;
}
