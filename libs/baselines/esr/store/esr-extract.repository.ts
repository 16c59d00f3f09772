import type { EntityManager } from 'typeorm';
import { insertRows, numberToDecimal } from '#persistence';
import type { EsrReport, ListedEsrReport } from '../esr-report';
import type { DisabilityCell, ExtractCell } from '../extract/cells';

const FTE_PLACES = 5;

/** The report of an organisation's import with the same content; null when there is none. */
export async function findEsrReport(
  manager: EntityManager,
  organisationId: string,
  sha256: string,
): Promise<EsrReport | null> {
  const [row] = await manager.query<{ report: string }[]>(
    'SELECT report FROM esr_extract WHERE organisation_id = ? AND sha256 = ?',
    [organisationId, sha256],
  );
  return row === undefined ? null : (JSON.parse(row.report) as EsrReport);
}

/** The imports of an organisation, newest first. */
export async function listEsrReports(
  manager: EntityManager,
  organisationId: string,
  most = 100,
): Promise<ListedEsrReport[]> {
  const rows = await manager.query<{ report: string; importedAt: Date; importedBy: string | null }[]>(
    `SELECT e.report, e.imported_at AS importedAt, p.name AS importedBy
     FROM esr_extract e LEFT JOIN person p ON p.id = e.imported_by WHERE e.organisation_id = ?
     ORDER BY e.as_at DESC, e.imported_at DESC, e.id DESC LIMIT ?`,
    [organisationId, most],
  );
  return rows.map(({ report, importedAt, importedBy }) => ({
    ...(JSON.parse(report) as EsrReport),
    importedAt: importedAt.toISOString(),
    importedBy,
  }));
}

/** The latest import of a day that can serve as a baseline; null when there is none. */
export async function findEsrBaseline(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
): Promise<EsrReport | null> {
  const [row] = await manager.query<{ report: string }[]>(
    `SELECT report FROM esr_extract WHERE organisation_id = ? AND as_at = ? AND is_blocked = 0
     ORDER BY imported_at DESC, id DESC LIMIT 1`,
    [organisationId, asAt],
  );
  return row === undefined ? null : (JSON.parse(row.report) as EsrReport);
}

/** The cells of an import in the order of the axes. */
export async function readEsrCells(manager: EntityManager, extractId: string): Promise<ExtractCell[]> {
  const rows = await manager.query<(Omit<ExtractCell, 'fte'> & { fte: string })[]>(
    `SELECT staff_group_code AS staffGroupCode, band_code AS bandCode, age_band AS ageBand, ethnicity,
       headcount, fte FROM esr_cell WHERE extract_id = ? ORDER BY seq`,
    [extractId],
  );
  return rows.map((row) => ({ ...row, fte: Number(row.fte) }));
}

/** What an import stores beside its report. */
export interface EsrAggregates {
  readonly cells: readonly ExtractCell[];
  readonly disabilityCells: readonly DisabilityCell[];
}

/** Stores an import; its content makes a second one of the same organisation fail. */
export async function storeEsrExtract(
  manager: EntityManager,
  report: EsrReport,
  { cells, disabilityCells }: EsrAggregates,
  importedBy: string | null,
): Promise<void> {
  const { id, organisationId, asAt, sha256, blockedBy } = report;
  await insertRows(
    manager,
    'esr_extract',
    ['id', 'organisation_id', 'as_at', 'sha256', 'is_blocked', 'report', 'imported_by', 'imported_at'],
    [
      [
        id,
        organisationId,
        asAt,
        sha256,
        blockedBy.length > 0,
        JSON.stringify(report),
        importedBy,
        new Date(),
      ],
    ],
  );
  await insertRows(
    manager,
    'esr_cell',
    ['extract_id', 'staff_group_code', 'band_code', 'age_band', 'ethnicity', 'headcount', 'fte'],
    cells.map((cell) => [
      id,
      cell.staffGroupCode,
      cell.bandCode,
      cell.ageBand,
      cell.ethnicity,
      cell.headcount,
      numberToDecimal(cell.fte, FTE_PLACES),
    ]),
  );
  await insertRows(
    manager,
    'esr_disability_cell',
    ['extract_id', 'staff_group_code', 'band_code', 'disability', 'headcount'],
    disabilityCells.map((cell) => [id, cell.staffGroupCode, cell.bandCode, cell.disability, cell.headcount]),
  );
}
