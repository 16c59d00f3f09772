import type { EntityManager } from 'typeorm';
import { decimalToNumber } from '#persistence';
import type { HistoryMeasure } from '../formats/published-format';

/** One month of a series. */
export interface MonthlyValue {
  /** Last day of the month, `YYYY-MM-DD`. */
  readonly monthEnd: string;
  /** Null when the publisher withheld it; a month that was not published is not listed at all. */
  readonly value: number | null;
}

/** One measure of one organisation and staff group, months ascending, gaps left out. */
export interface HistorySeries {
  readonly organisationId: string;
  readonly staffGroupCode: string;
  readonly values: readonly MonthlyValue[];
}

/** First and last month end, both included. */
export interface MonthRange {
  readonly from?: string;
  readonly to?: string;
}

interface PointRow {
  readonly organisationId: string;
  readonly staffGroupCode: string;
  readonly monthEnd: string;
  readonly value: string | null;
}

const EARLIEST = '1900-01-01';
const LATEST = '9999-12-31';

/**
 * The published history of organisations by staff group.
 *
 * `fte-days-available` and `fte-days-lost` come from the absence files and cover everybody. `fte` and
 * `headcount` (month end), `joiners-…` and `leavers-…` (in the month ending there) of employers come from
 * the turnover files, in which `hchs-doctors` and `all-staff` leave resident doctors out; those of England
 * come from the workforce statistics and cover everybody.
 */
export class HistoryReader {
  constructor(private readonly manager: EntityManager) {}

  /** The series of one measure, in order of organisation, then staff group. */
  async monthly(
    organisationIds: readonly string[],
    measure: HistoryMeasure,
    range: MonthRange = {},
  ): Promise<HistorySeries[]> {
    if (organisationIds.length === 0) return [];
    const rows = await this.manager.query<PointRow[]>(
      `SELECT s.organisation_id AS organisationId, s.staff_group_code AS staffGroupCode, p.month_end AS monthEnd, p.value
       FROM history_series s JOIN history_point p ON p.series_id = s.id
       WHERE s.organisation_id IN (?) AND s.measure = ? AND p.month_end BETWEEN ? AND ?
       ORDER BY s.organisation_id, s.staff_group_code, p.month_end`,
      [organisationIds, measure, range.from ?? EARLIEST, range.to ?? LATEST],
    );
    return groupRows(rows);
  }

  /**
   * Average FTE of each month: FTE days available / days in the month. About 1 % above staff in post for
   * a staff group of a trust, since people on maternity or unpaid leave are in it.
   */
  async fteAverage(organisationIds: readonly string[], range: MonthRange = {}): Promise<HistorySeries[]> {
    const series = await this.monthly(organisationIds, 'fte-days-available', range);
    return series.map((one) => ({ ...one, values: one.values.map(toFteAverage) }));
  }

  /** Sickness absence of each month: FTE days lost / FTE days available; null where either is withheld. */
  async sicknessRate(organisationIds: readonly string[], range: MonthRange = {}): Promise<HistorySeries[]> {
    const available = await this.monthly(organisationIds, 'fte-days-available', range);
    const lost = await this.monthly(organisationIds, 'fte-days-lost', range);
    const lostOf = new Map(
      lost.map((one) => [keyOf(one), new Map(one.values.map((v) => [v.monthEnd, v.value]))]),
    );
    return available.map((one) => ({
      ...one,
      values: one.values.map(({ monthEnd, value }) => {
        const days = lostOf.get(keyOf(one))?.get(monthEnd) ?? null;
        return { monthEnd, value: value === null || value === 0 || days === null ? null : days / value };
      }),
    }));
  }
}

/** FTE days of a month as its average FTE. */
export function toFteAverage({ monthEnd, value }: MonthlyValue): MonthlyValue {
  return { monthEnd, value: value === null ? null : value / Number(monthEnd.slice(8)) };
}

const keyOf = ({ organisationId, staffGroupCode }: HistorySeries): string =>
  `${organisationId}|${staffGroupCode}`;

/** Rows of one series follow one another. */
function groupRows(rows: readonly PointRow[]): HistorySeries[] {
  const series: { organisationId: string; staffGroupCode: string; values: MonthlyValue[] }[] = [];
  for (const { organisationId, staffGroupCode, monthEnd, value } of rows) {
    let last = series.at(-1);
    if (last?.organisationId !== organisationId || last.staffGroupCode !== staffGroupCode) {
      last = { organisationId, staffGroupCode, values: [] };
      series.push(last);
    }
    last.values.push({ monthEnd, value: decimalToNumber(value) });
  }
  return series;
}
