import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { DRAFT } from '../release-drafts';
import { CHUNK_BYTES, type FileFormat, type Representation } from './release-file';

/** Pieces of files that are kept in memory at most, in bytes: what many clients pull at a time is read once. */
const CACHED_BYTES = 64 * CHUNK_BYTES;
const CACHED_RELEASES = 200;

/** Bytes of a file from the first to the last, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Reads the stored files of published releases, a piece at a time. What is published never changes, so it is cached. */
export class ReleaseFilesReader {
  private readonly described = new LRUCache<string, readonly Representation[]>({ max: CACHED_RELEASES });
  private readonly chunks = new LRUCache<string, Buffer>({
    maxSize: CACHED_BYTES,
    sizeCalculation: ({ length }) => length,
  });

  constructor(private readonly dataSource: DataSource) {}

  /** A file in each encoding; none where there is no such release or it has no such file. */
  async representations(releaseId: string, format: FileFormat): Promise<readonly Representation[]> {
    const all = this.described.get(releaseId) ?? (await this.describe(releaseId));
    return all.filter((file) => file.format === format);
  }

  /** The bytes of a range, in pieces; the next piece is read while one is being sent. */
  async *read(releaseId: string, file: Representation, range: ByteRange): AsyncGenerator<Buffer> {
    const firstChunk = Math.floor(range.first / CHUNK_BYTES);
    const lastChunk = Math.floor(range.last / CHUNK_BYTES);
    let coming = this.chunk(releaseId, file, firstChunk);
    for (let chunk = firstChunk; chunk <= lastChunk; chunk += 1) {
      const content = await coming;
      if (chunk < lastChunk) {
        coming = this.chunk(releaseId, file, chunk + 1);
        // Told when its turn comes, if the reader is still there.
        coming.catch(() => undefined);
      }
      const start = chunk * CHUNK_BYTES;
      yield content.subarray(Math.max(range.first - start, 0), range.last - start + 1);
    }
  }

  private async describe(releaseId: string): Promise<readonly Representation[]> {
    const found = await this.dataSource.query<Representation[]>(
      `SELECT f.format, f.encoding, f.bytes, f.sha256
         FROM published_representation f JOIN published_release r ON r.id = f.release_id
        WHERE r.id = ? AND r.status <> ?`,
      [releaseId, DRAFT],
    );
    if (found.length > 0) this.described.set(releaseId, found);
    return found;
  }

  private async chunk(releaseId: string, file: Representation, chunk: number): Promise<Buffer> {
    const key = `${releaseId}/${file.format}/${file.encoding}/${chunk}`;
    const cached = this.chunks.get(key);
    if (cached !== undefined) return cached;
    const [row] = await this.dataSource.query<{ content: Buffer }[]>(
      `SELECT content FROM published_file WHERE release_id = ? AND format = ? AND encoding = ? AND chunk = ?`,
      [releaseId, file.format, file.encoding, chunk],
    );
    if (row === undefined) throw new Error(`Piece ${chunk} of a stored file is missing.`);
    this.chunks.set(key, row.content);
    return row.content;
  }
}
