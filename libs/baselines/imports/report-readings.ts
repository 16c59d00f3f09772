import type { EntityManager } from 'typeorm';
import { NotFoundError } from '#platform';
import type { EsrReport } from '../esr/esr-report';
import type { ImportReport } from './import-report';

/** A quality report that a person has not read, with how many problems it tells of. */
export interface UnreadReport {
  readonly reportId: string;
  /** The organisation that the data is of; null for a published file. */
  readonly organisationId: string | null;
  readonly problems: number;
  readonly message: string;
}

/** An extract that cannot serve as a baseline as it is. */
export interface BlockedExtract {
  readonly reportId: string;
  readonly organisationId: string;
  readonly problems: number;
  readonly message: string;
}

const UNREAD = 'NOT EXISTS (SELECT 1 FROM report_reading r WHERE r.person_id = ? AND r.report_id = f.id)';
const MOST = 50;

/**
 * Published files that someone imported and whose problems the person has not read, newest first. What ships
 * with the product was looked at before.
 */
export async function readUnreadImports(
  manager: EntityManager,
  personId: string,
): Promise<readonly UnreadReport[]> {
  const rows: { report: string }[] = await manager.query(
    `SELECT f.report FROM import_file f WHERE f.imported_by IS NOT NULL AND ${UNREAD}
      ORDER BY f.imported_at DESC LIMIT ${MOST}`,
    [personId],
  );
  return rows.flatMap(({ report }) => {
    const read = JSON.parse(report) as ImportReport;
    const problems = problemsOf(read);
    const [first] = problems;
    if (first === undefined) return [];
    return [
      {
        reportId: read.id,
        organisationId: null,
        problems: problems.length,
        message: `${read.fileName}: ${first}`,
      },
    ];
  });
}

/** What of an import a person should look at: rows left out, and jumps that no succession explains. */
function problemsOf({ notKept, jumps, organisationsAdded }: ImportReport): readonly string[] {
  return [
    ...notKept.map(({ reason, count }) => `${count} rows were left out (${reason}).`),
    ...jumps
      .filter(({ explanation }) => explanation === null)
      .map(({ organisation, month, change }) => {
        const share = `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)}%`;
        return `${organisation.name} changes by ${share} in ${month}, and nothing explains it.`;
      }),
    ...organisationsAdded.map(({ code, name }) => `${name} (${code}) was not known before.`),
  ];
}

interface ExtractRow {
  readonly report: string;
  readonly isRead: number;
}

/** The newest extract of each organisation, where it is blocked, or has problems that the person has not read. */
export async function readExtractProblems(
  manager: EntityManager,
  personId: string,
  organisationIds: readonly string[],
): Promise<{ readonly blocked: readonly BlockedExtract[]; readonly unread: readonly UnreadReport[] }> {
  if (organisationIds.length === 0) return { blocked: [], unread: [] };
  const rows: ExtractRow[] = await manager.query(
    `SELECT f.report, NOT ${UNREAD} AS isRead FROM esr_extract f
      WHERE f.organisation_id IN (?) AND f.id = (
        SELECT newest.id FROM esr_extract newest WHERE newest.organisation_id = f.organisation_id
         ORDER BY newest.as_at DESC, newest.imported_at DESC, newest.id DESC LIMIT 1)`,
    [personId, organisationIds],
  );
  const reports = rows.map(({ report, isRead }) => ({
    report: JSON.parse(report) as EsrReport,
    isRead: Number(isRead) === 1,
  }));
  return {
    blocked: reports.flatMap(({ report: { id, organisationId, asAt, blockedBy } }) =>
      blockedBy.length === 0
        ? []
        : [
            {
              reportId: id,
              organisationId,
              problems: blockedBy.length,
              message: `The extract of ${asAt} can’t serve as a baseline yet: ${blockedBy[0] ?? ''}`,
            },
          ],
    ),
    unread: reports.flatMap(({ report, isRead }) => {
      const { id, organisationId, asAt, position, blockedBy } = report;
      const problems = position.issues.length;
      if (isRead || problems === 0 || blockedBy.length > 0) return [];
      const message = `The extract of ${asAt} has a quality report to read.`;
      return [{ reportId: id, organisationId, problems, message }];
    }),
  };
}

/** Notes that a person has read a quality report; once is enough. @throws NotFoundError for an unknown report */
export async function markReportRead(
  manager: EntityManager,
  personId: string,
  reportId: string,
): Promise<void> {
  const known: unknown[] = await manager.query(
    'SELECT 1 FROM import_file WHERE id = ? UNION ALL SELECT 1 FROM esr_extract WHERE id = ?',
    [reportId, reportId],
  );
  if (known.length === 0) throw new NotFoundError('There is no such report.', { reportId });
  await manager.query(
    `INSERT INTO report_reading (person_id, report_id, read_at) VALUES (?, ?, UTC_TIMESTAMP(6))
     ON DUPLICATE KEY UPDATE report_id = report_id`,
    [personId, reportId],
  );
}
