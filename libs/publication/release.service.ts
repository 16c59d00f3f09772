import type { DataSource, EntityManager } from 'typeorm';
import { recordAudit } from '#access';
import { insertRows, UnitOfWork } from '#persistence';
import { ConflictError, newId } from '#platform';
import { appendOutbox } from '#queue';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import { UnsafeReleaseError } from './disclosure';
import { passDisclosureGate, type GatedTables } from './disclosure-gate';
import {
  insertAudit,
  readRegister,
  readRegisterSha256,
  type StandingRegister,
} from './disclosure-register.repository';
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

/** A release before it is frozen, and what it was audited against. */
interface PreparedRelease {
  readonly source: ReleaseSource;
  readonly tables: GatedTables;
  readonly audited: StandingRegister;
}

/** Publishes immutable releases of what stands for each system. */
export class ReleaseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork = new UnitOfWork(dataSource),
    private readonly openSolver: () => Promise<LinearSolver> = loadLinearSolver,
  ) {}

  /**
   * Freezes what stands for each system as the next numbered release, behind the disclosure gate. Publishing
   * unchanged content again returns the newest release and changes nothing. The audit takes place outside any
   * transaction; if another release is published meanwhile, this one is audited again.
   *
   * @throws NotFoundError when the scenario does not exist; ConflictError when nothing is projected yet, and when the
   *   gate refuses: the refusal is kept with its audit id
   */
  async publish(request: ReleaseRequest): Promise<PublishedRelease> {
    for (;;) {
      const prepared = await this.prepare(request);
      const published = await this.unitOfWork.run((manager) => this.freeze(manager, request, prepared));
      if (published !== null) return published;
    }
  }

  private async prepare(request: ReleaseRequest): Promise<PreparedRelease> {
    const { source, audited } = await this.unitOfWork.run(async (manager) => ({
      source: await readReleaseSource(manager, request.scenarioId),
      audited: await readRegister(manager),
    }));
    requireFigures(source);
    try {
      const tables = passDisclosureGate(audited.register, source.equality, await this.openSolver());
      return { source, audited, tables };
    } catch (error) {
      if (!(error instanceof UnsafeReleaseError)) throw error;
      const auditId = await this.refuse(request, audited, error.message);
      throw new ConflictError(`The disclosure gate refuses the release (audit ${auditId}). ${error.message}`);
    }
  }

  private async refuse(
    { actor, scenarioId }: ReleaseRequest,
    audited: StandingRegister,
    reason: string,
  ): Promise<string> {
    const id = newId();
    await this.unitOfWork.run(async (manager) => {
      await lockReleases(manager);
      const previousSha256 = audited.sha256;
      const refusal = { releaseId: null, outcome: 'refused', previousSha256, register: null } as const;
      await insertAudit(manager, id, { ...refusal, report: { reason, scenarioId } });
      await recordAudit(manager, {
        actor,
        action: 'release.refused',
        entity: 'disclosure_audit',
        entityId: id,
        organisationId: null,
        detail: { scenarioId, reason },
        correlationId: null,
      });
    });
    return id;
  }

  /** @returns null where another release was published since the audit */
  private async freeze(
    manager: EntityManager,
    request: ReleaseRequest,
    { source, tables, audited }: PreparedRelease,
  ): Promise<PublishedRelease | null> {
    await lockReleases(manager);
    if ((await readRegisterSha256(manager)) !== audited.sha256) return null;
    const auditId = newId();
    const { cells, report, register } = tables;
    const content = buildReleaseContent(source, {
      cells,
      auditId,
      withoutTable: report.organisationsWithoutTable,
    });
    const newest = await newestRelease(manager);
    if (newest?.contentSha256 === content.contentSha256) return { ...newest, isNew: false };
    const published = await this.insert(manager, request, content, (newest?.number ?? 0) + 1);
    await insertAudit(manager, auditId, {
      releaseId: published.id,
      outcome: 'passed',
      report: { ...report },
      previousSha256: audited.sha256,
      register,
    });
    return published;
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
  if (source.planning.length > 0) return;
  throw new ConflictError(
    `Nothing is projected under scenario "${source.scenario.name}" yet. Wait until its organisations are, then publish.`,
  );
}

/** One release at a time. */
async function lockReleases(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT IGNORE INTO input_layer (kind, scope, version) VALUES ('publication', 'releases', 0)`,
  );
  await manager.query(
    `SELECT version FROM input_layer WHERE kind = 'publication' AND scope = 'releases' FOR UPDATE`,
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
    'plan_status',
    'band_cluster',
    'equality_class',
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
    row.planStatus,
    row.bandCluster,
    row.equalityClass,
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
