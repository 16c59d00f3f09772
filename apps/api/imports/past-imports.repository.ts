import type { EntityManager } from 'typeorm';
import type { ImportReport } from '#baselines';

/** The report of an imported file, and who imported it when. */
export interface PastImport extends ImportReport {
  /** ISO 8601. */
  readonly importedAt: string;
  /** Name of the person; null for the command line and the demo data. */
  readonly importedBy: string | null;
}

interface ImportRow {
  readonly report: string;
  readonly importedAt: Date;
  readonly importedBy: string | null;
}

/** The reports of all imported files, latest first. */
export async function listImports(manager: EntityManager): Promise<PastImport[]> {
  const rows = await manager.query<ImportRow[]>(
    `SELECT f.report, f.imported_at AS importedAt, p.name AS importedBy
     FROM import_file f LEFT JOIN person p ON p.id = f.imported_by
     ORDER BY f.imported_at DESC, f.id DESC`,
  );
  return rows.map(({ report, importedAt, importedBy }) => ({
    ...(JSON.parse(report) as ImportReport),
    importedAt: importedAt.toISOString(),
    importedBy,
  }));
}
