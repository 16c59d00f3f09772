import type { EntityManager } from 'typeorm';
import { insertRows, numberToDecimal, type SqlValue } from '#persistence';
import type { FigureCells } from '../figure-cells';
import { FIGURE_MEASURES, FIGURE_SCALES, type FigureMeasure, type FigureUnits } from '../monthly-file';
import type { ListedMonthlyReport, MonthlyReport } from '../monthly-report';
import type { MonthlySubject } from './monthly-mapping';

/** Columns of the measures, in the order of the measures. */
export const MEASURE_COLUMNS: Readonly<Record<FigureMeasure, string>> = {
  budgetedWte: 'budgeted_wte',
  workedWte: 'worked_wte',
  contractedWte: 'contracted_wte',
  hours: 'hours',
  budget: 'budget',
  actual: 'actual',
};

/** The report of an import with the same content; null when there is none. */
export async function findMonthlyReport(
  manager: EntityManager,
  { organisationId, kind }: MonthlySubject,
  sha256: string,
): Promise<MonthlyReport | null> {
  const [row] = await manager.query<{ report: string }[]>(
    'SELECT report FROM monthly_import WHERE organisation_id = ? AND kind = ? AND sha256 = ?',
    [organisationId, kind, sha256],
  );
  return row === undefined ? null : (JSON.parse(row.report) as MonthlyReport);
}

/** The imports of an organisation, newest first. */
export async function listMonthlyReports(
  manager: EntityManager,
  { organisationId, kind }: MonthlySubject,
  most = 50,
): Promise<ListedMonthlyReport[]> {
  const rows = await manager.query<{ report: string; importedAt: Date; importedBy: string | null }[]>(
    `SELECT i.report, i.imported_at AS importedAt, p.name AS importedBy
     FROM monthly_import i LEFT JOIN person p ON p.id = i.imported_by
     WHERE i.organisation_id = ? AND i.kind = ? ORDER BY i.imported_at DESC, i.id DESC LIMIT ?`,
    [organisationId, kind, most],
  );
  return rows.map(({ report, importedAt, importedBy }) => ({
    ...(JSON.parse(report) as MonthlyReport),
    importedAt: importedAt.toISOString(),
    importedBy,
  }));
}

/** Stores an import with its cells; its content makes a second one of the same organisation fail. */
export async function storeMonthlyImport(
  manager: EntityManager,
  report: MonthlyReport,
  cells: FigureCells,
  importedBy: string | null,
): Promise<void> {
  const { id, organisationId, kind, sha256, file, blockedBy, months } = report;
  await insertRows(
    manager,
    'monthly_import',
    [
      'id',
      'organisation_id',
      'kind',
      'sha256',
      'file_sha256',
      'is_blocked',
      'report',
      'imported_by',
      'imported_at',
    ],
    [
      [
        id,
        organisationId,
        kind,
        sha256,
        file.sha256,
        blockedBy.length > 0,
        JSON.stringify(report),
        importedBy,
        new Date(),
      ],
    ],
  );
  await insertRows(
    manager,
    'monthly_import_month',
    ['import_id', 'month'],
    months.map((month) => [id, month]),
  );
  await insertRows(
    manager,
    'monthly_figure',
    [
      'import_id',
      'month',
      'cost_centre',
      'division',
      'source_code',
      'staff_group_code',
      'employment',
      ...FIGURE_MEASURES.map((measure) => MEASURE_COLUMNS[measure]),
    ],
    rowsOf(id, cells),
  );
}

function* rowsOf(id: string, cells: FigureCells): Generator<SqlValue[]> {
  for (const { month, costCentre, division, sourceCode, post, units } of cells) {
    yield [id, month, costCentre, division, sourceCode, post.staffGroup, post.employment, ...valuesOf(units)];
  }
}

const valuesOf = (units: FigureUnits): SqlValue[] =>
  FIGURE_MEASURES.map((measure) => {
    const value = units[measure];
    const scale = FIGURE_SCALES[measure];
    return value === null ? null : numberToDecimal(value / scale, Math.round(Math.log10(scale)));
  });
