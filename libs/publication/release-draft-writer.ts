import type { DataSource } from 'typeorm';
import { insertRows } from '#persistence';
import { newId } from '#platform';
import { recordChanges, type ChangeCounts } from './changes/record-changes';
import { EncodedFile } from './files/encoded-file';
import { ReleaseFileWriter } from './files/release-file-writer';
import { plainFile, type FileFormat, type Representation } from './files/release-file';
import type { Observation } from './observation';
import { INSERTED_COLUMNS, insertedValues } from './observation-storage';
import { DRAFT } from './release-drafts';

const BATCH = 1000;

/** A release whose rows and files are stored, and that no reader sees yet. */
export interface ReleaseDraft {
  readonly id: string;
  readonly number: number;
  readonly rowCount: number;
  readonly hiddenCells: number;
  /** SHA-256 of the NDJSON file. */
  readonly contentSha256: string;
  readonly representations: readonly Representation[];
  /** The release before, and how this one differs from it; null for the first. */
  readonly changes: ({ readonly sinceNumber: number } & ChangeCounts) | null;
}

/** Writes the rows of a release and its files, batch by batch: memory does not grow with the release. */
export class ReleaseDraftWriter {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores rows as a draft.
   *
   * @param rows numbered from 1 without gaps
   */
  async write(
    rows: Iterable<Observation> | AsyncIterable<Observation>,
    previous: { readonly id: string; readonly number: number } | null,
  ): Promise<ReleaseDraft> {
    const { manager } = this.dataSource;
    const draft = { id: newId(), number: (previous?.number ?? 0) + 1 };
    await manager.query(
      `INSERT INTO published_release (id, number, title, status, content_sha256, row_count, manifest, published_at)
       VALUES (?, ?, '', ?, '', 0, '', UTC_TIMESTAMP(6))`,
      [draft.id, draft.number, DRAFT],
    );
    const files = new ReleaseFileWriter(manager, draft.id);
    try {
      const counts = await this.writeRows(draft.id, rows, files);
      const representations = await files.finish();
      const contentSha256 = plainFile(representations, 'ndjson').sha256;
      const changes =
        previous === null
          ? null
          : { sinceNumber: previous.number, ...(await recordChanges(manager, draft, previous.id)) };
      return { ...draft, ...counts, contentSha256, representations, changes };
    } catch (error) {
      files.abandon();
      throw error;
    }
  }

  /** Adds a short file to a draft. @returns it in each encoding */
  async addFile(
    draft: ReleaseDraft,
    format: FileFormat,
    content: string,
  ): Promise<readonly Representation[]> {
    const file = new EncodedFile(this.dataSource.manager, { releaseId: draft.id, format });
    await file.write(Buffer.from(content));
    return file.finish();
  }

  private async writeRows(
    releaseId: string,
    rows: Iterable<Observation> | AsyncIterable<Observation>,
    files: ReleaseFileWriter,
  ): Promise<{ rowCount: number; hiddenCells: number }> {
    let rowCount = 0;
    let hiddenCells = 0;
    for await (const batch of inBatches(rows)) {
      const values = batch.map((row) => insertedValues(releaseId, row));
      await Promise.all([
        insertRows(this.dataSource.manager, 'published_observation', INSERTED_COLUMNS, values),
        files.add(batch),
      ]);
      rowCount += batch.length;
      hiddenCells += batch.filter(({ value }) => value === null).length;
    }
    return { rowCount, hiddenCells };
  }
}

async function* inBatches(
  rows: Iterable<Observation> | AsyncIterable<Observation>,
): AsyncGenerator<readonly Observation[]> {
  let batch: Observation[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
