import type { EntityManager } from 'typeorm';
import type { BASELINE_ORIGINS } from './create-baseline-snapshot';

/** A position that a baseline of an organisation can be taken of. */
export interface BaselineOption {
  readonly origin: (typeof BASELINE_ORIGINS)[number];
  /** Last day of the month, `YYYY-MM-DD`. */
  readonly asAt: string;
}

const MOST_OF_AN_ORIGIN = 24;

/**
 * What a baseline of an organisation can be taken of up to a day: its own extracts that are mapped, then
 * published months; the latest first.
 *
 * @param notAfter `YYYY-MM-DD`
 */
export async function baselineOptions(
  manager: EntityManager,
  organisationId: string,
  notAfter: string,
): Promise<BaselineOption[]> {
  const extracts = await manager.query<{ asAt: string }[]>(
    `SELECT DISTINCT as_at AS asAt FROM esr_extract
     WHERE organisation_id = ? AND is_blocked = 0 AND as_at <= ? ORDER BY as_at DESC LIMIT ?`,
    [organisationId, notAfter, MOST_OF_AN_ORIGIN],
  );
  const months = await manager.query<{ asAt: string }[]>(
    `SELECT DISTINCT p.month_end AS asAt FROM history_series s JOIN history_point p ON p.series_id = s.id
     WHERE s.organisation_id = ? AND s.measure IN ('fte', 'fte-days-available') AND p.month_end <= ?
     ORDER BY p.month_end DESC LIMIT ?`,
    [organisationId, notAfter, MOST_OF_AN_ORIGIN],
  );
  return [
    ...extracts.map(({ asAt }): BaselineOption => ({ origin: 'esr-extract', asAt })),
    ...months.map(({ asAt }): BaselineOption => ({ origin: 'published-files', asAt })),
  ];
}
