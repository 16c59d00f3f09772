import type { EntityManager } from 'typeorm';
import { upsertRows } from '#persistence';
import type { HistoryMeasure, HistoryPoint, ProfileCell } from '../formats/published-format';

/** Ids of history series that are committed; shared by the imports of one process. */
export type SeriesIds = ReadonlyMap<string, number>;

interface SeriesRow {
  readonly id: number;
  readonly organisationId: string;
  readonly staffGroupCode: string;
  readonly measure: HistoryMeasure;
}

const POINTS_PER_STATEMENT = 2_000;

const POINT_INSERT = `INSERT INTO history_point (series_id, month_end, value, status, import_file_id) VALUES ?
  ON DUPLICATE KEY UPDATE value = VALUES(value), status = VALUES(status), import_file_id = VALUES(import_file_id)`;

/** Knows the id of each series, and creates those that are missing. */
export class SeriesDirectory {
  private readonly series: Map<string, number>;

  /**
   * @param organisationIds ids of employers and of England by code; may grow while the directory is used
   * @param known series that exist; see {@link loadSeriesIds}
   */
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationIds: ReadonlyMap<string, string>,
    known: SeriesIds,
  ) {
    this.series = new Map(known);
  }

  /** All series known now, those created here included. */
  get ids(): SeriesIds {
    return this.series;
  }

  /** @returns undefined when the series has not been created */
  idOf({ organisationCode, staffGroupCode, measure }: HistoryPoint): number | undefined {
    return this.series.get(seriesKey(this.organisationId(organisationCode), staffGroupCode, measure));
  }

  /** Creates the series of these points that are missing. */
  async createMissing(points: readonly HistoryPoint[]): Promise<void> {
    const missing = new Map<string, [string, string, string]>();
    for (const point of points) {
      if (this.idOf(point) !== undefined) continue;
      const { organisationCode, staffGroupCode, measure } = point;
      const organisationId = this.organisationId(organisationCode);
      const key = seriesKey(organisationId, staffGroupCode, measure);
      missing.set(key, [organisationId, staffGroupCode, measure]);
    }
    if (missing.size === 0) return;
    const columns = ['organisation_id', 'staff_group_code', 'measure'];
    await upsertRows(this.manager, 'history_series', columns, missing.values(), ['measure']);
    const organisations = new Set([...missing.values()].map(([organisationId]) => organisationId));
    for (const [key, id] of await loadSeriesIds(this.manager, [...organisations])) this.series.set(key, id);
  }

  private organisationId(code: string): string {
    const id = this.organisationIds.get(code);
    if (id === undefined) throw new Error(`The organisation ${code} was not described before its figures.`);
    return id;
  }
}

/** Writes what was read from one file; a value that is there gives way to the newer file's. */
export class HistoryWriter {
  valuesWritten = 0;
  valuesReplaced = 0;

  constructor(
    private readonly manager: EntityManager,
    private readonly importFileId: string,
    private readonly series: SeriesDirectory,
  ) {}

  async writePoints(points: readonly HistoryPoint[]): Promise<void> {
    await this.series.createMissing(points);
    for (let start = 0; start < points.length; start += POINTS_PER_STATEMENT) {
      const rows = points.slice(start, start + POINTS_PER_STATEMENT).map((point) => this.toRow(point));
      const result = await this.manager.query<{ affectedRows: number }>(POINT_INSERT, [rows]);
      // The server counts one for a new row and two for a replaced one.
      this.valuesReplaced += result.affectedRows - rows.length;
      this.valuesWritten += rows.length;
    }
  }

  async writeCells(cells: readonly ProfileCell[]): Promise<void> {
    await upsertRows(
      this.manager,
      'workforce_profile_cell',
      ['import_file_id', 'as_at', 'staff_group_code', 'band_code', 'ethnicity', 'headcount'],
      cells.map((cell) => [
        this.importFileId,
        cell.asAt,
        cell.staffGroupCode,
        cell.bandCode,
        cell.ethnicity,
        cell.headcount,
      ]),
      ['import_file_id', 'headcount'],
    );
    this.valuesWritten += cells.length;
  }

  private toRow(point: HistoryPoint): unknown[] {
    const status = point.value === null ? 'suppressed' : 'value';
    return [this.series.idOf(point), point.monthEnd, point.value, status, this.importFileId];
  }
}

/**
 * The ids of the series of some organisations, or of all. Reads what is committed now, also within a
 * transaction that began earlier, and keeps it until that ends.
 */
export async function loadSeriesIds(
  manager: EntityManager,
  organisationIds?: readonly string[],
): Promise<Map<string, number>> {
  const rows = await manager.query<SeriesRow[]>(
    `SELECT id, organisation_id AS organisationId, staff_group_code AS staffGroupCode, measure FROM history_series
     ${organisationIds === undefined ? '' : 'WHERE organisation_id IN (?) LOCK IN SHARE MODE'}`,
    organisationIds === undefined ? [] : [organisationIds],
  );
  return new Map(
    rows.map(({ id, organisationId, staffGroupCode, measure }) => [
      seriesKey(organisationId, staffGroupCode, measure),
      id,
    ]),
  );
}

const seriesKey = (organisationId: string, staffGroupCode: string, measure: string): string =>
  `${organisationId}|${staffGroupCode}|${measure}`;
