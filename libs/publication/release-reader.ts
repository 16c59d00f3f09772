import type { DataSource } from 'typeorm';
import { NotFoundError } from '#platform';
import type { Observation } from './observation';
import { filterConditions, isUnfiltered, type ObservationFilter } from './observation-query';
import { SELECTED_COLUMNS, observationOf, type ObservationRow } from './observation-storage';
import { DRAFT } from './release-drafts';

/** Rows that a filtered page looks at, at most: it bounds what one request costs. */
const LONGEST_SCAN = 100_000;

/** A release as the list shows it. */
export interface ReleaseSummary {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Changes when a later release supersedes it; all else is immutable. */
  readonly status: string;
  readonly contentSha256: string;
  readonly rowCount: number;
  readonly publishedAt: string;
}

/** Rows of a release and how far the release was looked through for them. */
export interface ObservationPage {
  readonly rows: readonly Observation[];
  /** Number of the last row that was looked at. */
  readonly reachedSeq: number;
}

interface ReleaseRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: string;
  readonly content_sha256: string;
  readonly row_count: number;
  readonly published_at: Date | string;
}

const SUMMARY = `SELECT id, number, title, status, content_sha256, row_count, published_at
  FROM published_release WHERE status <> '${DRAFT}'`;

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
    const [row] = await this.dataSource.query<ReleaseRow[]>(`${SUMMARY} AND id = ?`, [releaseId]);
    if (!row) throw new NotFoundError('There is no release with this id. GET /v1/releases lists them.');
    return summaryOf(row);
  }

  /** @throws NotFoundError while nothing is published. */
  async newest(): Promise<ReleaseSummary> {
    const [row] = await this.dataSource.query<ReleaseRow[]>(`${SUMMARY} ORDER BY number DESC LIMIT 1`);
    if (!row) throw new NotFoundError('Nothing is published yet.');
    return summaryOf(row);
  }

  /** The release before another; null for the first. */
  async predecessor({ number }: ReleaseSummary): Promise<ReleaseSummary | null> {
    const [row] = await this.dataSource.query<ReleaseRow[]>(
      `${SUMMARY} AND number < ? ORDER BY number DESC LIMIT 1`,
      [number],
    );
    return row ? summaryOf(row) : null;
  }

  /** The manifest as it was frozen. */
  async manifest(releaseId: string): Promise<unknown> {
    const [row] = await this.dataSource.query<{ manifest: string }[]>(
      'SELECT manifest FROM published_release WHERE id = ? AND status <> ?',
      [releaseId, DRAFT],
    );
    if (!row) throw new NotFoundError('There is no release with this id. GET /v1/releases lists them.');
    return JSON.parse(row.manifest) as unknown;
  }

  /** Up to `limit` rows after a row, in release order; fewer when no more are found within the longest scan. */
  async page(
    release: ReleaseSummary,
    filter: ObservationFilter,
    { afterSeq, limit }: { readonly afterSeq: number; readonly limit: number },
  ): Promise<ObservationPage> {
    const span = isUnfiltered(filter) ? limit : LONGEST_SCAN;
    const upTo = Math.min(afterSeq + span, release.rowCount);
    const conditions = filterConditions(filter);
    const found = await this.dataSource.query<ObservationRow[]>(
      `SELECT ${SELECTED_COLUMNS.join(', ')} FROM published_observation
        WHERE release_id = ? AND seq > ? AND seq <= ?${conditions.sql} ORDER BY seq LIMIT ?`,
      [release.id, afterSeq, upTo, ...conditions.values, limit],
    );
    const rows = found.map(observationOf);
    return { rows, reachedSeq: rows.length === limit ? (rows.at(-1)?.seq ?? upTo) : upTo };
  }

  /** Public keys that manifests were signed with, as JWKs. */
  async signingKeys(): Promise<readonly object[]> {
    const rows = await this.dataSource.query<{ jwk: string }[]>(
      'SELECT public_jwk AS jwk FROM published_signing_key ORDER BY first_used_at DESC',
    );
    return rows.map(({ jwk }) => JSON.parse(jwk) as object);
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
