import type { DataSource, EntityManager } from 'typeorm';
import { recordAudit } from '#access';
import { insertRows, UnitOfWork } from '#persistence';
import { ConflictError, NotFoundError, newId } from '#platform';
import { appendOutbox } from '#queue';
import type { Observation } from './observation';
import { buildReleaseContent, type ReleaseContent, type ReleaseFile } from './release-content';
import { readReleaseSource, type ReleaseSource } from './release-source';

export interface PublishedRelease {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly contentSha256: string;
  readonly rowCount: number;
  /** False when the newest release already has this content: nothing was published. */
  readonly isNew: boolean;
}

export interface ReleaseRequest {
  readonly scenarioId: string;
  readonly title: string;
  /** Person or process that publishes, for the audit trail. */
  readonly actor: string;
}

/** Publishes immutable releases from current roll-ups. */
export class ReleaseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork = new UnitOfWork(dataSource),
  ) {}

  /**
   * Freezes the current roll-ups of a scenario as the next numbered release. Publishing unchanged content
   * again returns the newest release and changes nothing.
   *
   * @throws NotFoundError when the scenario does not exist; ConflictError when nothing is projected yet.
   */
  publish(request: ReleaseRequest): Promise<PublishedRelease> {
    return this.unitOfWork.run(async (manager) => {
      await manager.query(
        `INSERT IGNORE INTO input_layer (kind, scope, version) VALUES ('publication', 'releases', 0)`,
      );
      await manager.query(
        `SELECT version FROM input_layer WHERE kind = 'publication' AND scope = 'releases' FOR UPDATE`,
      );
      const source = await readReleaseSource(manager, request.scenarioId);
      if (!source) throw new NotFoundError(`There is no scenario ${request.scenarioId}.`);
      requireFigures(source);
      const content = buildReleaseContent(source);
      const newest = await newestRelease(manager);
      if (newest?.contentSha256 === content.contentSha256) return { ...newest, isNew: false };
      return this.insert(manager, request, content, (newest?.number ?? 0) + 1);
    });
  }

  private async insert(
    manager: EntityManager,
    request: ReleaseRequest,
    content: ReleaseContent,
    number: number,
  ): Promise<PublishedRelease> {
    const id = newId();
    const manifest = JSON.stringify({ ...content.manifest, id, number });
    await manager.query(
      `INSERT INTO published_release (id, number, title, status, content_sha256, row_count, manifest, published_at)
       VALUES (?, ?, ?, 'provisional', ?, ?, ?, UTC_TIMESTAMP(6))`,
      [id, number, request.title, content.contentSha256, content.observations.length, manifest],
    );
    await insertObservations(manager, id, content.observations);
    await insertFiles(manager, id, content.files);
    await recordAudit(manager, {
      actor: request.actor,
      action: 'release.published',
      entity: 'published_release',
      entityId: id,
      organisationId: null,
      detail: { number, contentSha256: content.contentSha256, scenarioId: request.scenarioId },
      correlationId: null,
    });
    await appendOutbox(manager, 'release.published', { releaseId: id, number });
    const rowCount = content.observations.length;
    return { id, number, title: request.title, contentSha256: content.contentSha256, rowCount, isNew: true };
  }
}

function requireFigures(source: ReleaseSource): void {
  if (source.figures.length > 0) return;
  throw new ConflictError(
    `Scenario "${source.scenario.name}" has no roll-up yet. Wait until its organisations are projected, then publish.`,
  );
}

async function newestRelease(manager: EntityManager): Promise<Omit<PublishedRelease, 'isNew'> | null> {
  const [row] = await manager.query<
    { id: string; number: number; title: string; content_sha256: string; row_count: number }[]
  >(
    'SELECT id, number, title, content_sha256, row_count FROM published_release ORDER BY number DESC LIMIT 1',
  );
  if (!row) return null;
  const { id, number, title } = row;
  return { id, number, title, contentSha256: row.content_sha256, rowCount: row.row_count };
}

async function insertObservations(
  manager: EntityManager,
  releaseId: string,
  observations: readonly Observation[],
): Promise<void> {
  const columns = [
    'release_id',
    'seq',
    'measure',
    'organisation_code',
    'organisation_name',
    'organisation_level',
    'system_code',
    'region_code',
    'staff_group_code',
    'year',
    'scenario',
    'value',
    'status',
    'unit',
  ];
  const rows = observations.map((row) => [
    releaseId,
    row.seq,
    row.measure,
    row.organisationCode,
    row.organisationName,
    row.organisationLevel,
    row.systemCode,
    row.regionCode,
    row.staffGroupCode,
    row.year,
    row.scenario,
    row.value,
    row.status,
    row.unit,
  ]);
  await insertRows(manager, 'published_observation', columns, rows);
}

async function insertFiles(
  manager: EntityManager,
  releaseId: string,
  files: readonly ReleaseFile[],
): Promise<void> {
  for (const file of files) {
    const rows = file.chunks.map((content, chunk) => [releaseId, file.format, file.encoding, chunk, content]);
    await insertRows(
      manager,
      'published_file',
      ['release_id', 'format', 'encoding', 'chunk', 'content'],
      rows,
      1,
    );
  }
}
