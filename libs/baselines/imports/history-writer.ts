import type { EntityManager } from 'typeorm';
import { upsertRows } from '#persistence';
import type { HistoryMeasure, HistoryPoint, ProfileCell } from '../formats/published-format';

/** Ids by measure, by staff group, by organisation id. */
type SeriesIndex = Map<string, Map<string, Map<HistoryMeasure, number>>>;

/** Ids of the history series that exist. */
export class SeriesIds {
  private readonly index: SeriesIndex = new Map();

  get(organisationId: string, staffGroupCode: string, measure: HistoryMeasure): number | undefined {
    return this.index.get(organisationId)?.get(staffGroupCode)?.get(measure);
  }

  add({ organisationId, staffGroupCode, measure, id }: SeriesRow): void {
    const groups = this.index.get(organisationId) ?? new Map<string, Map<HistoryMeasure, number>>();
    const measures = groups.get(staffGroupCode) ?? new Map<HistoryMeasure, number>();
    this.index.set(organisationId, groups.set(staffGroupCode, measures.set(measure, id)));
  }

  addAll(rows: readonly SeriesRow[]): void {
    for (const row of rows) this.add(row);
  }
}

export interface SeriesRow {
  readonly id: number;
  readonly organisationId: string;
  readonly staffGroupCode: string;
  readonly measure: HistoryMeasure;
}

const POINTS_PER_STATEMENT = 4_000;

const POINT_INSERT = `INSERT INTO history_point (series_id, month_end, value, status, import_file_id) VALUES ?
  ON DUPLICATE KEY UPDATE value = VALUES(value), status = VALUES(status), import_file_id = VALUES(import_file_id)`;

/** Knows the id of each series, and creates those that are missing. */
export class SeriesDirectory {
  /** Series that were created here: they exist for others once the transaction is committed. */
  readonly created: SeriesRow[] = [];
  private readonly ownIds = new SeriesIds();

  /**
   * @param organisationIds ids of employers and of England by code; may grow while the directory is used
   * @param known series that exist; not changed
   */
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationIds: ReadonlyMap<string, string>,
    private readonly known: SeriesIds,
  ) {}

  /** The ids of the series of these points, in their order; what is missing is created. */
  async idsOf(points: readonly HistoryPoint[]): Promise<number[]> {
    const found = points.map((point) => this.find(point));
    const missing = points.filter((_, index) => found[index] === undefined);
    if (missing.length === 0) return found as number[];
    await this.create(missing);
    return points.map((point, index) => found[index] ?? this.find(point) ?? Number.NaN);
  }

  private find({ organisationCode, staffGroupCode, measure }: HistoryPoint): number | undefined {
    const organisationId = this.organisationId(organisationCode);
    return (
      this.known.get(organisationId, staffGroupCode, measure) ??
      this.ownIds.get(organisationId, staffGroupCode, measure)
    );
  }

  private async create(points: readonly HistoryPoint[]): Promise<void> {
    const keys = points.map(({ organisationCode, staffGroupCode, measure }) => [
      this.organisationId(organisationCode),
      staffGroupCode,
      measure,
    ]);
    const unique = new Map(keys.map((key) => [key.join('|'), key]));
    const columns = ['organisation_id', 'staff_group_code', 'measure'];
    await upsertRows(this.manager, 'history_series', columns, unique.values(), ['measure']);
    const rows = await readSeries(this.manager, [
      ...new Set(keys.map(([organisationId = '']) => organisationId)),
    ]);
    this.ownIds.addAll(rows);
    this.created.push(...rows);
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
    const ids = await this.series.idsOf(points);
    for (let start = 0; start < points.length; start += POINTS_PER_STATEMENT) {
      const rows = points
        .slice(start, start + POINTS_PER_STATEMENT)
        .map(({ monthEnd, value }, index) => [
          ids[start + index],
          monthEnd,
          value,
          value === null ? 'suppressed' : 'value',
          this.importFileId,
        ]);
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
}

/** The ids of all series that are committed. */
export async function loadSeriesIds(manager: EntityManager): Promise<SeriesIds> {
  const ids = new SeriesIds();
  ids.addAll(await manager.query<SeriesRow[]>(SERIES_QUERY));
  return ids;
}

const SERIES_QUERY = `SELECT id, organisation_id AS organisationId, staff_group_code AS staffGroupCode, measure
  FROM history_series`;

/** Reads what is committed now, also within a transaction that began earlier, and keeps it until that ends. */
async function readSeries(manager: EntityManager, organisationIds: readonly string[]): Promise<SeriesRow[]> {
  return manager.query<SeriesRow[]>(`${SERIES_QUERY} WHERE organisation_id IN (?) LOCK IN SHARE MODE`, [
    organisationIds,
  ]);
}
