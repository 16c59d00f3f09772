import type { EntityManager } from 'typeorm';
import { decimalToNumber } from '#persistence';
import { FIGURE_MEASURES, type Employment, type Figures } from '../monthly-file';
import type { MonthlyLine } from '../monthly-report';
import { MEASURE_COLUMNS } from './monthly-import.repository';
import type { MonthlySubject } from './monthly-mapping';

/** A line that holds for its month, and the file that it comes from. */
export interface HeldLine extends MonthlyLine {
  readonly importId: string;
  readonly fileSha256: string;
}

type Row = Omit<HeldLine, 'figures' | 'employment'> &
  Record<keyof Figures, string | null> & { readonly employment: Employment | null };

/**
 * The lines that hold in some months: of each month those of the latest import that has it and is fully mapped.
 * Added up by month, staff group and employment.
 *
 * @param months first and last, `YYYY-MM`
 */
export async function readHeldLines(
  manager: EntityManager,
  { organisationId, kind }: MonthlySubject,
  months: { readonly from: string; readonly to: string },
): Promise<HeldLine[]> {
  const sums = FIGURE_MEASURES.map((measure) => `SUM(f.${MEASURE_COLUMNS[measure]}) AS ${measure}`).join(
    ', ',
  );
  const rows = await manager.query<Row[]>(
    `SELECT f.import_id AS importId, i.file_sha256 AS fileSha256, f.month,
        f.staff_group_code AS staffGroup, f.employment, ${sums}
       FROM (SELECT m.month, MAX(i.id) AS import_id
               FROM monthly_import i JOIN monthly_import_month m ON m.import_id = i.id
              WHERE i.organisation_id = ? AND i.kind = ? AND i.is_blocked = 0 AND m.month BETWEEN ? AND ?
              GROUP BY m.month) held
       JOIN monthly_import i ON i.id = held.import_id
       JOIN monthly_figure f ON f.import_id = held.import_id AND f.month = held.month
      GROUP BY f.import_id, i.file_sha256, f.month, f.staff_group_code, f.employment
      ORDER BY f.month, f.staff_group_code, f.employment`,
    [organisationId, kind, months.from, months.to],
  );
  return rows.map(({ importId, fileSha256, month, staffGroup, employment, ...sums }) => ({
    importId,
    fileSha256,
    month,
    staffGroup,
    employment,
    figures: Object.fromEntries(
      FIGURE_MEASURES.map((measure) => [measure, decimalToNumber(sums[measure])]),
    ) as unknown as Figures,
  }));
}
