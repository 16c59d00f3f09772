import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import {
  MonthlyImporter,
  layoutOfKind,
  saveMonthlyMapping,
  toMonthlyMapping,
  type MonthlyFileKind,
  type MonthlyImportRequest,
  type MonthlyReport,
} from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { UnitOfWork } from '#persistence';
import { withDatabase } from '../with-database';
import { employerOfCode } from './employer-of-code';
import { describeMonthlyReport } from './import-monthly-report.text';
import { requireReadable, tellRefusal } from './refused-file.text';

interface ImportMonthlyOptions {
  readonly organisation: string;
  readonly mapping?: string;
  readonly preview?: boolean;
  readonly json?: boolean;
}

const KINDS: readonly (readonly [MonthlyFileKind, string])[] = [
  ['ledger', 'Import a ledger (CSV or XLSX): WTE and money by cost centre, subjective code and month'],
  ['roster', 'Import a roster’s overtime, bank and agency hours (CSV or XLSX) by staff group and month'],
];

/** Adds `import-ledger` and `import-roster` to the program. */
export function registerImportMonthly(program: Command): void {
  for (const [kind, description] of KINDS) {
    program
      .command(`import-${kind}`)
      .description(description)
      .argument('<file>', kind)
      .requiredOption('--organisation <code>', 'ODS code of the employer')
      .option('--mapping <file>', 'how its files are read (JSON), saved before the file is read')
      .option('--preview', 'print the report and save nothing')
      .option('--json', 'print the report as JSON')
      .action((file: string, options: ImportMonthlyOptions) => importMonthly(kind, file, options));
  }
}

async function importMonthly(
  kind: MonthlyFileKind,
  file: string,
  options: ImportMonthlyOptions,
): Promise<void> {
  await withDatabase(async (dataSource) => {
    try {
      const report = await importFile(dataSource, kind, file, options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(report, null, 2)}\n` : describeMonthlyReport(report),
      );
      if (report.blockedBy.length > 0) process.exitCode = 2;
    } catch (error) {
      tellRefusal(error, options.json === true);
    }
  });
}

async function importFile(
  dataSource: DataSource,
  kind: MonthlyFileKind,
  file: string,
  options: ImportMonthlyOptions,
): Promise<MonthlyReport> {
  await requireReadable('file', file);
  await new UnitOfWork(dataSource).run(loadReferenceOrganisations);
  const today = new Date().toISOString().slice(0, 10);
  const organisationId = await employerOfCode(dataSource, options.organisation, today);
  if (options.mapping !== undefined) {
    await saveMapping(dataSource, { organisationId, kind }, options.mapping);
  }
  const importer = new MonthlyImporter(dataSource);
  const request: MonthlyImportRequest = {
    organisationId,
    kind,
    file: () => Promise.resolve({ fileName: basename(file), stream: createReadStream(file) }),
    onProgress: (rows) => process.stderr.write(`${kind}: ${rows} rows\n`),
  };
  return options.preview === true
    ? importer.preview(request)
    : importer.save({ ...request, importedBy: null });
}

async function saveMapping(
  dataSource: DataSource,
  subject: { readonly organisationId: string; readonly kind: MonthlyFileKind },
  path: string,
): Promise<void> {
  const mapping = toMonthlyMapping(JSON.parse(await readFile(path, 'utf8')));
  const fields = layoutOfKind(subject.kind).columns.map(({ field }) => field);
  await new UnitOfWork(dataSource).run((manager) =>
    saveMonthlyMapping(manager, subject, mapping, { fields, authorId: null }),
  );
}
