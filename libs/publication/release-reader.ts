import type { DataSource } from 'typeorm';
import { NotFoundError } from '#platform';
import type { Observation } from './observation';
import { filterConditions, type ObservationFilter } from './observation-query';
import type { FileEncoding, FileFormat } from './release-content';

/** A release as the list shows it. */
export interface ReleaseSummary {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: string;
  readonly contentSha256: string;
  readonly rowCount: number;
  readonly publishedAt: string;
}

interface ReleaseRow {
  id: string;
  number: number;
  title: string;
  status: string;
  content_sha256: string;
  row_count: number;
  published_at: Date | string;
}

interface ObservationRow {
  seq: number;
  measure: string;
  organisation_code: string;
  organisation_name: string;
  organisation_level: Observation['organisationLevel'];
  system_code: string | null;
  region_code: string | null;
  staff_group_code: string;
  year: number;
  scenario: string;
  value: string | null;
  status: Observation['status'];
  unit: string;
  plan_status: Observation['planStatus'];
  band_cluster: string | null;
  equality_class: string | null;
}

const SUMMARY =
  'SELECT id, number, title, status, content_sha256, row_count, published_at FROM published_release';

/** Reads what is published, and nothing else. */
export class ReleaseReader {
  constructor(private readonly dataSource: DataSource) {}

  /** All releases, newest first. */
  async list(): Promise<ReleaseSummary[]> {
    const rows = await this.dataSource.query<ReleaseRow[]>(`${SUMMARY} ORDER BY number DESC`);
    return rows.map(summaryOf);
  }

  /** @throws NotFoundError when there is no such release. */
  async summary(releaseId: string): Promise<ReleaseSummary> {
    const [row] = await this.dataSource.query<ReleaseRow[]>(`${SUMMARY} WHERE id = ?`, [releaseId]);
    if (!row) throw new NotFoundError('There is no release with this id. GET /v1/releases lists them.');
    return summaryOf(row);
  }

  /** The manifest as it was frozen. */
  async manifest(releaseId: string): Promise<unknown> {
    const [row] = await this.dataSource.query<{ manifest: string }[]>(
      'SELECT manifest FROM published_release WHERE id = ?',
      [releaseId],
    );
    if (!row) throw new NotFoundError('There is no release with this id. GET /v1/releases lists them.');
    return JSON.parse(row.manifest) as unknown;
  }

  /** Up to `limit` rows after `afterSeq`, in release order. */
  async page(
    releaseId: string,
    filter: ObservationFilter,
    range: { readonly afterSeq: number; readonly limit: number },
  ): Promise<Observation[]> {
    const conditions = filterConditions(filter);
    const rows = await this.dataSource.query<ObservationRow[]>(
      `SELECT seq, measure, organisation_code, organisation_name, organisation_level, system_code, region_code,
              staff_group_code, year, scenario, value, status, unit,
              plan_status, band_cluster, equality_class
         FROM published_observation WHERE release_id = ? AND seq > ?${conditions.sql} ORDER BY seq LIMIT ?`,
      [releaseId, range.afterSeq, ...conditions.values, range.limit],
    );
    return rows.map(observationOf);
  }

  /** A materialised file of the release, whole. */
  async file(releaseId: string, format: FileFormat, encoding: FileEncoding): Promise<Buffer> {
    const rows = await this.dataSource.query<{ content: Buffer }[]>(
      'SELECT content FROM published_file WHERE release_id = ? AND format = ? AND encoding = ? ORDER BY chunk',
      [releaseId, format, encoding],
    );
    return Buffer.concat(rows.map((row) => row.content));
  }
}

function summaryOf(row: ReleaseRow): ReleaseSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    contentSha256: row.content_sha256,
    rowCount: row.row_count,
    publishedAt: new Date(row.published_at).toISOString(),
  };
}

function observationOf(row: ObservationRow): Observation {
  return {
    seq: row.seq,
    measure: row.measure,
    organisationCode: row.organisation_code,
    organisationName: row.organisation_name,
    organisationLevel: row.organisation_level,
    systemCode: row.system_code,
    regionCode: row.region_code,
    staffGroupCode: row.staff_group_code,
    year: row.year,
    scenario: row.scenario,
    value: row.value === null ? null : Number(row.value),
    status: row.status,
    unit: row.unit,
    planStatus: row.plan_status,
    bandCluster: row.band_cluster,
    equalityClass: row.equality_class,
  };
}
