import type { DataSource, EntityManager } from 'typeorm';
import { recordAudit } from '#access';
import { UnitOfWork } from '#persistence';
import { ConflictError, canonicalJson } from '#platform';
import { recordEvent } from '#webhooks';
import { type FileFormat, type Representation } from './files/release-file';
import type { ManifestSigner, PublishedKey } from './manifest-signer';
import { csvMetadata } from './metadata/csv-metadata';
import { dataPackage } from './metadata/data-package';
import { organisationsDocument, staffGroupsDocument } from './metadata/reference-tables';
import { releaseManifest } from './metadata/release-manifest';
import type { Observation } from './observation';
import { ReleaseDraftWriter, type ReleaseDraft } from './release-draft-writer';
import { DRAFT, ReleaseDrafts } from './release-drafts';

export interface PublishedRelease {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly contentSha256: string;
  readonly rowCount: number;
  /** False when the newest release already has this content: nothing was published. */
  readonly isNew: boolean;
}

/** What a release publishes: its rows in their order, and what its manifest says of where they come from. */
export interface ReleaseContent {
  /** Numbered from 1 without gaps; read once. */
  readonly rows: Iterable<Observation> | AsyncIterable<Observation>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Who publishes what, under which title. */
export interface Publication {
  readonly content: ReleaseContent;
  readonly title: string;
  /** Person or process that publishes, for the audit trail. */
  readonly actor: string;
  /** What else is written in the step in which the release appears. */
  readonly alongside?: (manager: EntityManager, release: { readonly id: string }) => Promise<void>;
}

/** Stores content as an immutable release with its files, and shows it in one step. */
export class ReleasePublisher {
  private readonly drafts: ReleaseDrafts;
  private readonly writer: ReleaseDraftWriter;
  private readonly unitOfWork: UnitOfWork;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signer: ManifestSigner,
  ) {
    this.drafts = new ReleaseDrafts(dataSource);
    this.writer = new ReleaseDraftWriter(dataSource);
    this.unitOfWork = new UnitOfWork(dataSource);
  }

  /** Runs work during which nobody else publishes. @throws ConflictError when another process does */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.drafts.alone(work);
  }

  /**
   * Publishes content as the next numbered release; the newest release is returned where it has the same rows. Rows
   * and files are written before anyone sees them, batch by batch; a process that is killed meanwhile leaves a draft,
   * which nobody sees and the next removes. To be called within {@link alone}.
   */
  async publish(publication: Publication): Promise<PublishedRelease> {
    const { content, title } = publication;
    const newest = await newestRelease(this.dataSource.manager);
    const draft = await this.writer.write(content.rows, newest);
    if (newest?.contentSha256 === draft.contentSha256) {
      await this.drafts.discard(draft.id);
      return { ...newest, isNew: false };
    }
    const publishedAt = new Date();
    const files = await this.addMetadata(draft, title, publishedAt);
    const manifest = canonicalJson(
      releaseManifest(content.facts, {
        draft,
        title,
        publishedAt: publishedAt.toISOString(),
        representations: [...draft.representations, ...files],
      }),
    );
    await this.writer.addFile(draft, 'manifest', manifest);
    await this.writer.addFile(draft, 'manifest-signature', await this.signer.sign(manifest));
    const key = await this.signer.publishedKey();
    await this.unitOfWork.run((manager) => show(manager, { publication, draft, manifest, publishedAt, key }));
    const { id, number, contentSha256, rowCount } = draft;
    return { id, number, title, contentSha256, rowCount, isNew: true };
  }

  private async addMetadata(
    draft: ReleaseDraft,
    title: string,
    publishedAt: Date,
  ): Promise<readonly Representation[]> {
    const [organisations, staffGroups] = await this.unitOfWork.run(async (manager) => [
      await organisationsDocument(manager),
      await staffGroupsDocument(manager),
    ]);
    const add = (format: FileFormat, document: object) =>
      this.writer.addFile(draft, format, canonicalJson(document));
    const files = [
      ...(await add('organisations', organisations)),
      ...(await add('staff-groups', staffGroups)),
      ...(await add('csv-metadata', csvMetadata(title))),
    ];
    const described = {
      id: draft.id,
      number: draft.number,
      title,
      publishedAt: publishedAt.toISOString(),
      representations: [...draft.representations, ...files],
    };
    return [...files, ...(await add('data-package', dataPackage(described)))];
  }
}

/** A finished draft and what is written when it is shown. */
interface FinishedDraft {
  readonly publication: Publication;
  readonly draft: ReleaseDraft;
  readonly manifest: string;
  readonly publishedAt: Date;
  readonly key: PublishedKey;
}

/** The one step in which a release appears, with its audit entry and its message, and the one before is superseded. */
async function show(
  manager: EntityManager,
  { publication, draft, manifest, publishedAt, key }: FinishedDraft,
): Promise<void> {
  await supersede(manager, draft.id);
  const { affectedRows } = await manager.query<{ affectedRows: number }>(
    `UPDATE published_release SET status = 'provisional', title = ?, content_sha256 = ?, row_count = ?,
       manifest = ?, published_at = ? WHERE id = ? AND status = ?`,
    [publication.title, draft.contentSha256, draft.rowCount, manifest, publishedAt, draft.id, DRAFT],
  );
  if (affectedRows === 0) {
    throw new ConflictError(
      'The release was taken away while it was written: the database broke off. Publish again.',
    );
  }
  await manager.query(
    `INSERT IGNORE INTO published_signing_key (key_id, public_jwk, first_used_at) VALUES (?, ?, UTC_TIMESTAMP(6))`,
    [key.keyId, canonicalJson(key.publicJwk)],
  );
  await recordAudit(manager, {
    actor: publication.actor,
    action: 'release.published',
    entity: 'published_release',
    entityId: draft.id,
    organisationId: null,
    detail: { number: draft.number, contentSha256: draft.contentSha256 },
    correlationId: null,
  });
  await publication.alongside?.(manager, draft);
  const { id: releaseId, number, contentSha256 } = draft;
  await recordEvent(manager, 'release.published', { releaseId, number, contentSha256 });
}

/** What was provisional gives way to the release that appears. */
async function supersede(manager: EntityManager, supersededBy: string): Promise<void> {
  const earlier = await manager.query<{ id: string; number: number }[]>(
    `SELECT id, number FROM published_release WHERE status = 'provisional' FOR UPDATE`,
  );
  for (const { id, number } of earlier) {
    await manager.query(`UPDATE published_release SET status = 'superseded' WHERE id = ?`, [id]);
    await recordEvent(manager, 'release.superseded', { releaseId: id, number, supersededBy });
  }
}

async function newestRelease(manager: EntityManager): Promise<Omit<PublishedRelease, 'isNew'> | null> {
  const [row] = await manager.query<
    { id: string; number: number; title: string; content_sha256: string; row_count: number }[]
  >(
    `SELECT id, number, title, content_sha256, row_count FROM published_release
      WHERE status <> ? ORDER BY number DESC LIMIT 1`,
    [DRAFT],
  );
  if (!row) return null;
  const { id, number, title } = row;
  return { id, number, title, contentSha256: row.content_sha256, rowCount: row.row_count };
}
