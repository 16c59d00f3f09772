import type { EntityManager } from 'typeorm';
import { insertRows } from '#persistence';
import { FILE_ENCODINGS, type FileEncoding, type FileFormat, type Representation } from './release-file';
import { RepresentationWriter } from './representation-writer';

/** A stored file of a release, written in several encodings at a time. */
export class EncodedFile {
  private readonly writers: readonly (readonly [FileEncoding, RepresentationWriter])[];

  constructor(
    private readonly manager: EntityManager,
    private readonly place: { readonly releaseId: string; readonly format: FileFormat },
    encodings: readonly FileEncoding[] = FILE_ENCODINGS,
  ) {
    this.writers = encodings.map((encoding) => [
      encoding,
      new RepresentationWriter(encoding, (content, chunk) => this.store(encoding, chunk, content)),
    ]);
  }

  async write(part: Buffer): Promise<void> {
    if (part.length === 0) return;
    await Promise.all(this.writers.map(([, writer]) => writer.write(part)));
  }

  /** @returns the file in each encoding */
  async finish(): Promise<readonly Representation[]> {
    const { releaseId, format } = this.place;
    return Promise.all(
      this.writers.map(async ([encoding, writer]) => {
        const { bytes, sha256 } = await writer.finish();
        await insertRows(
          this.manager,
          'published_representation',
          ['release_id', 'format', 'encoding', 'bytes', 'sha256'],
          [[releaseId, format, encoding, bytes, sha256]],
        );
        return { format, encoding, bytes, sha256 };
      }),
    );
  }

  /** Gives up, so that nothing more is stored. */
  abandon(): void {
    for (const [, writer] of this.writers) writer.abandon();
  }

  private async store(encoding: FileEncoding, chunk: number, content: Buffer): Promise<void> {
    const { releaseId, format } = this.place;
    const columns = ['release_id', 'format', 'encoding', 'chunk', 'content'];
    await insertRows(this.manager, 'published_file', columns, [
      [releaseId, format, encoding, chunk, content],
    ]);
  }
}
