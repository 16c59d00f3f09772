import type { EntityManager } from 'typeorm';
import { AREA_TYPES, ENGLAND_CODE } from '#organisations';
import { insertRows } from '#persistence';
import type { ImportReport, ListedImport } from './import-report';

/** The report of a file that was imported before, by its hash; null when it was not. */
export async function readImportReport(manager: EntityManager, sha256: string): Promise<ImportReport | null> {
  const [row] = await manager.query<{ report: string }[]>('SELECT report FROM import_file WHERE sha256 = ?', [
    sha256,
  ]);
  return row === undefined ? null : (JSON.parse(row.report) as ImportReport);
}

/** The newest imports first. */
export async function listImportReports(manager: EntityManager, most = 200): Promise<ListedImport[]> {
  const rows = await manager.query<{ report: string; importedAt: Date; importedBy: string | null }[]>(
    `SELECT f.report, f.imported_at AS importedAt, p.name AS importedBy
     FROM import_file f LEFT JOIN person p ON p.id = f.imported_by
     ORDER BY f.imported_at DESC, f.file_name DESC LIMIT ?`,
    [most],
  );
  return rows.map(({ report, importedAt, importedBy }) => ({
    ...(JSON.parse(report) as ImportReport),
    importedAt: importedAt.toISOString(),
    importedBy,
  }));
}

/** Ids by code of those that files report on: employers, and England. */
export async function loadReportingOrganisations(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ code: string; id: string }[]>(
    `SELECT DISTINCT ods_code AS code, organisation_id AS id FROM organisation_period
     WHERE type NOT IN (?) OR ods_code = ?`,
    [AREA_TYPES, ENGLAND_CODE],
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Writes the row of an imported file; its unique hash makes a second import of the same bytes fail. */
export async function storeImportFile(
  manager: EntityManager,
  report: ImportReport,
  importedBy: string | null,
): Promise<void> {
  await insertRows(
    manager,
    'import_file',
    [
      'id',
      'sha256',
      'file_name',
      'kind',
      'byte_count',
      'rows_read',
      'rows_kept',
      'report',
      'imported_by',
      'imported_at',
    ],
    [
      [
        report.id,
        report.sha256,
        report.fileName,
        report.kind,
        report.byteCount,
        report.rowsRead,
        report.rowsKept,
        JSON.stringify(report),
        importedBy,
        new Date(),
      ],
    ],
  );
}
