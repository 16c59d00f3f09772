import type { EntityManager } from 'typeorm';
import { insertRows } from '#persistence';
import type { ReportedLine } from '../variance';
import { type ActualsReport, type ListedUpload, type MonthFigure } from './actual-figure';

/** A figure with the version under which it is stored. */
export interface StoredFigure extends MonthFigure {
  readonly version: number;
}

/** The figures of an organisation that hold, of months from `from` to `to`. */
export async function readActualFigures(
  manager: EntityManager,
  organisationId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly StoredFigure[]> {
  const rows: { staffGroup: string; month: string; line: ReportedLine; version: number; units: string }[] =
    await manager.query(
      `SELECT a.staff_group_code AS staffGroup, a.month, a.line, a.version, a.units
         FROM actual_figure a
         JOIN (SELECT staff_group_code, month, line, MAX(version) AS version FROM actual_figure
                WHERE organisation_id = ? AND month BETWEEN ? AND ?
                GROUP BY staff_group_code, month, line) latest
           ON latest.staff_group_code = a.staff_group_code AND latest.month = a.month
          AND latest.line = a.line AND latest.version = a.version
        WHERE a.organisation_id = ?`,
      [organisationId, from, to, organisationId],
    );
  return rows.map((row) => ({ ...row, units: Number(row.units) }));
}

/** Uploads of an organisation wait for one another. */
export async function lockActuals(manager: EntityManager, organisationId: string): Promise<void> {
  await manager.query('SELECT id FROM organisation WHERE id = ? FOR UPDATE', [organisationId]);
}

/** Stores an upload with the figures that it brings, under the versions given. */
export async function writeUpload(
  manager: EntityManager,
  upload: ListedUpload & { readonly organisationId: string; readonly id: string },
  figures: readonly StoredFigure[],
): Promise<void> {
  const { id, organisationId, uploadedBy, uploadedAt, ...report } = upload;
  await manager.query(
    `INSERT INTO actual_upload (id, organisation_id, sha256, file_name, report, uploaded_by, uploaded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      organisationId,
      report.sha256,
      report.fileName,
      JSON.stringify({ id, ...report }),
      uploadedBy,
      new Date(uploadedAt),
    ],
  );
  await insertRows(
    manager,
    'actual_figure',
    ['organisation_id', 'staff_group_code', 'month', 'line', 'version', 'units', 'upload_id'],
    figures.map(({ staffGroup, month, line, version, units }) => [
      organisationId,
      staffGroup,
      month,
      line,
      version,
      units,
      id,
    ]),
  );
}

/** The files that changed figures of an organisation, latest first, each with its report. */
export async function listUploads(
  manager: EntityManager,
  organisationId: string,
): Promise<readonly ListedUpload[]> {
  const rows: { report: string; uploadedBy: string | null; uploadedAt: Date }[] = await manager.query(
    `SELECT u.report, p.name AS uploadedBy, u.uploaded_at AS uploadedAt
       FROM actual_upload u LEFT JOIN person p ON p.id = u.uploaded_by
      WHERE u.organisation_id = ? ORDER BY u.uploaded_at DESC, u.id DESC LIMIT 200`,
    [organisationId],
  );
  return rows.map(({ report, uploadedBy, uploadedAt }) => ({
    ...(JSON.parse(report) as ActualsReport),
    uploadedBy,
    uploadedAt: uploadedAt.toISOString(),
  }));
}
