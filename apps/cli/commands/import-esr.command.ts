import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import {
  EsrImporter,
  readEsrReference,
  saveEsrMapping,
  toEsrMapping,
  type EsrFile,
  type EsrFileRole,
  type EsrImportRequest,
  type EsrReport,
} from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { UnitOfWork } from '#persistence';
import { withDatabase } from '../with-database';
import { employerOfCode } from './employer-of-code';
import { describeEsrReport } from './import-esr-report.text';
import { requireReadable, tellRefusal } from './refused-file.text';

interface ImportEsrOptions {
  readonly organisation: string;
  readonly asAt: string;
  readonly earlier?: string;
  readonly earlierAsAt?: string;
  readonly starters?: string;
  readonly leavers?: string;
  readonly mapping?: string;
  readonly preview?: boolean;
  readonly json?: boolean;
}

/** Adds `import-esr` to the program. */
export function registerImportEsr(program: Command): void {
  program
    .command('import-esr')
    .description(
      'Import an ESR extract (CSV or XLSX) as counts; with an earlier one also joiners, leavers and turnover',
    )
    .argument('<file>', 'extract of assignments')
    .requiredOption('--organisation <code>', 'ODS code of the employer')
    .requiredOption('--as-at <day>', 'day of the extract, the last of a month, YYYY-MM-DD')
    .option('--earlier <file>', 'extract of an earlier day')
    .option('--earlier-as-at <day>', 'day of the earlier extract')
    .option('--starters <file>', 'list of starters between the two days')
    .option('--leavers <file>', 'list of leavers between the two days')
    .option('--mapping <file>', 'column mapping of the organisation (JSON), saved before the extract is read')
    .option('--preview', 'print the report and save nothing')
    .option('--json', 'print the report as JSON')
    .action((file: string, options: ImportEsrOptions) => importEsr(file, options));
}

async function importEsr(file: string, options: ImportEsrOptions): Promise<void> {
  await withDatabase(async (dataSource) => {
    try {
      const report = await importFiles(dataSource, file, options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(report, null, 2)}\n` : describeEsrReport(report),
      );
      if (report.blockedBy.length > 0) process.exitCode = 2;
    } catch (error) {
      tellRefusal(error, options.json === true);
    }
  });
}

async function importFiles(
  dataSource: DataSource,
  file: string,
  options: ImportEsrOptions,
): Promise<EsrReport> {
  await new UnitOfWork(dataSource).run(loadReferenceOrganisations);
  const organisationId = await employerOfCode(dataSource, options.organisation, options.asAt);
  if (options.mapping !== undefined) await saveMapping(dataSource, organisationId, options.mapping);
  const importer = new EsrImporter(dataSource);
  const request: EsrImportRequest = {
    organisationId,
    asAt: options.asAt,
    earlierAsAt: options.earlierAsAt ?? null,
    files: openFiles(file, options),
    onProgress: (role, rows) => process.stderr.write(`${role}: ${rows} rows\n`),
  };
  return options.preview === true
    ? importer.preview(request)
    : importer.save({ ...request, importedBy: null });
}

async function saveMapping(dataSource: DataSource, organisationId: string, path: string): Promise<void> {
  const mapping = toEsrMapping(JSON.parse(await readFile(path, 'utf8')));
  await new UnitOfWork(dataSource).run((manager) =>
    saveEsrMapping(manager, organisationId, mapping, { reference: readEsrReference(), authorId: null }),
  );
}

/** The lists come last; each file is opened when its turn comes. */
async function* openFiles(file: string, options: ImportEsrOptions): AsyncGenerator<EsrFile> {
  const paths: Readonly<Record<EsrFileRole, string | undefined>> = {
    extract: file,
    earlier: options.earlier,
    starters: options.starters,
    leavers: options.leavers,
  };
  for (const role of Object.keys(paths) as EsrFileRole[]) {
    const path = paths[role];
    if (path === undefined) continue;
    await requireReadable(role, path);
    yield { role, fileName: basename(path), stream: createReadStream(path) };
  }
}
